namespace NewsMesh.Entities.Models;

/// <summary>The dimensions of a network, from its file's header.</summary>
internal sealed record ModelArchitecture
{
    /// <summary>The one kind of network this version computes.</summary>
    public const string SupportedKind = "bilstm-pool-bilstm";

    private const int MaxDimension = 1 << 20;

    public required string Kind { get; init; }

    /// <summary>Elements of a word vector.</summary>
    public required int Embedding { get; init; }

    /// <summary>Rows of the table of prefixes and suffixes, and the elements of one.</summary>
    public required int AffixBuckets { get; init; }

    public required int Affix { get; init; }

    public required int ShapeBuckets { get; init; }

    public required int Shape { get; init; }

    /// <summary>Elements of a vector of the table of words by their case.</summary>
    public required int Cased { get; init; }

    /// <summary>Hidden size of the first layer in one direction; a multiple of 16, as <see cref="Hidden2"/>.</summary>
    public required int Hidden1 { get; init; }

    /// <summary>Size of the layer between the two.</summary>
    public required int Bridge { get; init; }

    public required int Hidden2 { get; init; }

    public required string Pool { get; init; }

    /// <summary>Words after which a sentence is cut.</summary>
    public required int MaxSentence { get; init; }

    /// <summary>Words over which equal words are pooled.</summary>
    public required int Window { get; init; }

    /// <summary>Elements of the first layer's input.</summary>
    public int Input => Embedding + (Features.WordFeatures.Affixes * Affix) + Shape + Cased;

    /// <exception cref="InvalidDataException">This program cannot compute such a network.</exception>
    public void Check()
    {
        int[] sizes = [Embedding, AffixBuckets, Affix, ShapeBuckets, Shape, Cased, Hidden1, Bridge, Hidden2, MaxSentence, Window];
        if (Kind != SupportedKind || Pool != "mean" || sizes.Any(size => size is < 1 or > MaxDimension)
            || Hidden1 % 16 != 0 || Hidden2 % 16 != 0 || Embedding % 2 != 0 || Window < MaxSentence)
        {
            throw new InvalidDataException($"its network ({Kind}, {Pool}, hidden {Hidden1} and {Hidden2}) is not one that this version computes");
        }
    }
}
