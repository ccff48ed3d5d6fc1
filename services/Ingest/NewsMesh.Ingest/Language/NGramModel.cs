namespace NewsMesh.Ingest.Language;

/// <summary>
/// n-gram statistics of the languages of one script: for each kept n-gram one row with
/// log p(n-gram | language) / p(n-gram) for every language, in steps of 1/<see cref="StepsPerNat"/> nat.
/// </summary>
internal sealed class NGramModel
{
    /// <summary>Steps of a stored log ratio in one nat; the model's builder writes with the same.</summary>
    public const int StepsPerNat = 4;

    private const int Empty = -1;

    private readonly uint[] _keys;
    private readonly sbyte[] _ratios;
    private readonly int[] _slots;
    private readonly uint _mask;

    /// <param name="languages">ISO 639-1 codes, L of them.</param>
    /// <param name="keys">Hashes of the n-grams (<see cref="NGramHash"/>), G of them, all different.</param>
    /// <param name="ratios">G rows of L ratios.</param>
    public NGramModel(string[] languages, uint[] keys, sbyte[] ratios)
    {
        Languages = languages;
        _keys = keys;
        _ratios = ratios;
        int size = 1;
        while (size < 2 * keys.Length)
        {
            size <<= 1;
        }

        _mask = (uint)(size - 1);
        _slots = new int[size];
        Array.Fill(_slots, Empty);
        for (int row = 0; row < keys.Length; row++)
        {
            uint slot = NGramHash.Spread(keys[row]) & _mask;
            while (_slots[slot] != Empty)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = row;
        }
    }

    public IReadOnlyList<string> Languages { get; }

    /// <summary>Ratios of one n-gram, L of them; empty where the model does not have it.</summary>
    public ReadOnlySpan<sbyte> Row(uint key)
    {
        uint slot = NGramHash.Spread(key) & _mask;
        while (_slots[slot] != Empty)
        {
            int row = _slots[slot];
            if (_keys[row] == key)
            {
                return _ratios.AsSpan(row * Languages.Count, Languages.Count);
            }

            slot = (slot + 1) & _mask;
        }

        return default;
    }
}
