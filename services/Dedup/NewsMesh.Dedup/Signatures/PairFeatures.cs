namespace NewsMesh.Dedup.Signatures;

/// <summary>
/// What two articles share, from their true shingle sets (Broder 1997: resemblance and containment). Symmetric; every value
/// is in 0 to 1.
/// </summary>
public readonly record struct PairFeatures
{
    /// <summary>Title and text are equal after normalisation.</summary>
    public bool Identical { get; init; }

    /// <summary>Shared shingles by the shingles of both.</summary>
    public double Jaccard { get; init; }

    /// <summary>Shared shingles by those of the shorter article.</summary>
    public double Containment { get; init; }

    /// <summary>The larger share of one lead that the other article has.</summary>
    public double LeadMost { get; init; }

    /// <summary>The smaller share of one lead that the other article has.</summary>
    public double LeadLeast { get; init; }

    /// <summary>Shared figures by all figures; a half where neither article has one.</summary>
    public double NumberJaccard { get; init; }

    /// <summary>Shared figures by the figures of the article with fewer; a half where it has none.</summary>
    public double NumberContainment { get; init; }

    public static PairFeatures Of(ArticleSignature a, ArticleSignature b)
    {
        if (a.ShingleCount == 0 || b.ShingleCount == 0)
            return default;
        var shared = SharedCount(a.Shingles, b.Shingles);
        var leadOfA = (double)SharedCount(a.Lead, b.Shingles) / a.Lead.Length;
        var leadOfB = (double)SharedCount(b.Lead, a.Shingles) / b.Lead.Length;
        var numbers = SharedCount(a.Numbers, b.Numbers);
        return new PairFeatures
        {
            Identical = a.Fingerprint == b.Fingerprint,
            Jaccard = (double)shared / (a.ShingleCount + b.ShingleCount - shared),
            Containment = (double)shared / Math.Min(a.ShingleCount, b.ShingleCount),
            LeadMost = Math.Max(leadOfA, leadOfB),
            LeadLeast = Math.Min(leadOfA, leadOfB),
            // Half a figure of doubt: one figure that agrees or differs says little.
            NumberJaccard = (numbers + 0.5) / (a.Numbers.Length + b.Numbers.Length - numbers + 1),
            NumberContainment = (numbers + 0.5) / (Math.Min(a.Numbers.Length, b.Numbers.Length) + 1),
        };
    }

    private static int SharedCount(uint[] a, uint[] b)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            var (x, y) = (a[i], b[j]);
            shared += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return shared;
    }
}
