namespace NewsMesh.Entities.Features;

/// <summary>What a model knows about a word: the rows of its tables. It depends on the word's normal form alone.</summary>
internal sealed class WordFeatures
{
    /// <summary>Prefixes and suffixes of one to four units.</summary>
    public const int Affixes = 8;

    private const int MaxAffix = 4;
    private const uint EmbeddingSeed = 0;
    private const uint ShapeSeed = 9;
    private const uint CasedSeed = 10;

    private readonly HashIndex _embeddings;
    private readonly HashIndex _cased;
    private readonly uint _affixBuckets;
    private readonly uint _shapeBuckets;

    public WordFeatures(HashIndex embeddings, HashIndex cased, int affixBuckets, int shapeBuckets)
    {
        (_embeddings, _cased) = (embeddings, cased);
        (_affixBuckets, _shapeBuckets) = ((uint)affixBuckets, (uint)shapeBuckets);
    }

    /// <summary>The rows of a word.</summary>
    /// <param name="normal">The word's <see cref="NormalForm"/>.</param>
    /// <param name="lower">Its <see cref="Lower"/>; overwritten.</param>
    /// <param name="scratch">As long as the word; overwritten.</param>
    public WordRows Rows(ReadOnlySpan<char> normal, Span<char> lower, Span<char> scratch)
    {
        var rows = new WordRows { Embedding = Embedding(lower) };
        Digits(lower, scratch);
        var affixes = scratch[..lower.Length];
        for (var n = 1; n <= MaxAffix; n++)
        {
            var length = Math.Min(n, affixes.Length);
            rows.Affixes[n - 1] = (int)(FeatureHash.Of(affixes[..length], (uint)n) % _affixBuckets);
            rows.Affixes[MaxAffix + n - 1] = (int)(FeatureHash.Of(affixes[^length..], (uint)(MaxAffix + n)) % _affixBuckets);
        }

        Digits(normal, scratch);
        rows.Cased = _cased.Find(FeatureHash.Of(scratch[..normal.Length], CasedSeed)) + 1;

        Span<char> shape = stackalloc char[WordShape.MaxLength];
        rows.Shape = (int)(FeatureHash.Of(shape[..WordShape.Write(normal, shape)], ShapeSeed) % _shapeBuckets);
        return rows;
    }

    /// <summary>Writes the lower-case form of a word, unit by unit.</summary>
    /// <returns>Whether the word has a capital.</returns>
    public static bool Lower(ReadOnlySpan<char> word, Span<char> target)
    {
        var hasCapital = false;
        for (var i = 0; i < word.Length; i++)
        {
            hasCapital |= char.IsUpper(word[i]);
            target[i] = char.ToLowerInvariant(word[i]);
        }

        return hasCapital;
    }

    private static void Digits(ReadOnlySpan<char> word, Span<char> target)
    {
        for (var i = 0; i < word.Length; i++)
        {
            target[i] = char.IsDigit(word[i]) ? '0' : word[i];
        }
    }

    /// <summary>The row of the word, else of the word without its closing stop, else of its part after the last hyphen; else -1.</summary>
    private int Embedding(ReadOnlySpan<char> lower)
    {
        var row = Embedded(lower);
        if (row < 0 && lower.Length > 2 && lower.IndexOf('.') == lower.Length - 1)
        {
            row = Embedded(lower[..^1]);
        }

        var hyphen = lower.LastIndexOf('-');
        return row < 0 && hyphen > 0 && hyphen < lower.Length - 1 ? Embedded(lower[(hyphen + 1)..]) : row;
    }

    private int Embedded(ReadOnlySpan<char> word) => _embeddings.Find(FeatureHash.Of(word, EmbeddingSeed));
}
