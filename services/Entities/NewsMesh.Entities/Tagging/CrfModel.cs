using System.IO.Compression;
using System.Text;

namespace NewsMesh.Entities.Tagging;

/// <summary>
/// Trained weights: a row of one signed byte a tag for every feature hash, and the transitions. Scores are sums of
/// integers times <see cref="Scale"/>, so that the best path is the same on every machine.
/// </summary>
internal sealed class CrfModel
{
    /// <summary>The embedded weights.</summary>
    public const string Resource = "weights.bin.br";

    /// <summary>Step of the quantised weights: ±4.06 in all, and finer steps gain nothing.</summary>
    public const double Scale = 1.0 / 32;

    private const int K = TagSet.Count;
    private const uint Magic = 0x314D454E;

    // Not frozen: freezing a hundred thousand rows takes longer than reading them.
    private readonly Dictionary<uint, int> _rows;
    private readonly sbyte[] _weights;

    public CrfModel(Dictionary<uint, int> rows, sbyte[] weights, CrfTransitions transitions, string name)
    {
        _rows = rows;
        _weights = weights;
        Transitions = transitions;
        Name = name;
    }

    public string Name { get; }

    public CrfTransitions Transitions { get; }

    /// <summary>Adds the features' weights to the <c>TagSet.Count</c> scores.</summary>
    public void Add(List<uint> features, Span<double> scores)
    {
        Span<int> sums = stackalloc int[K];
        sums.Clear();
        foreach (var feature in features)
        {
            if (_rows.TryGetValue(feature, out var row))
            {
                var weights = _weights.AsSpan(row * K, K);
                for (var y = 0; y < K; y++)
                {
                    sums[y] += weights[y];
                }
            }
        }

        for (var y = 0; y < K; y++)
        {
            scores[y] += sums[y] * Scale;
        }
    }

    public static CrfModel LoadEmbedded()
    {
        using var stream = ResourceLines.Open(Resource);
        return Read(stream);
    }

    /// <exception cref="InvalidDataException">The stream holds no model of this form.</exception>
    public static CrfModel Read(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress), Encoding.UTF8);
        if (reader.ReadUInt32() != Magic)
        {
            throw new InvalidDataException("Not a tagger model.");
        }

        var name = reader.ReadString();
        var transitions = new double[CrfTransitions.Size];
        for (var i = 0; i < transitions.Length; i++)
        {
            transitions[i] = reader.ReadInt16() * Scale;
        }

        var count = reader.ReadInt32();
        var rows = new Dictionary<uint, int>(count);
        for (var row = 0; row < count; row++)
        {
            rows.Add(reader.ReadUInt32(), row);
        }

        var weights = new sbyte[count * K];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = reader.ReadSByte();
        }

        return new CrfModel(rows, weights, new CrfTransitions(transitions), name);
    }

    /// <summary>Writes what <see cref="Read"/> reads; rows by hash, so that equal models are equal files.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true), Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(Name);
        foreach (var transition in Transitions.Scores)
        {
            writer.Write((short)Math.Round(transition / Scale));
        }

        var rows = _rows.OrderBy(r => r.Key).ToArray();
        writer.Write(rows.Length);
        foreach (var (hash, _) in rows)
        {
            writer.Write(hash);
        }

        foreach (var (_, row) in rows)
        {
            for (var y = 0; y < K; y++)
            {
                writer.Write(_weights[(row * K) + y]);
            }
        }
    }
}
