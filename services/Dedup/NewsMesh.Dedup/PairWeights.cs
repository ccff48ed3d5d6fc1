namespace NewsMesh.Dedup;

/// <summary>
/// Weights of a logistic regression over the features of a pair, fitted on the pairs of the development set that share at
/// least a fifth of the shorter text. The README says how; no single threshold on one similarity comes near.
/// </summary>
public sealed record PairWeights
{
    public static PairWeights Default { get; } = new();

    /// <summary>Share of the shorter text's shingles that the longer one has.</summary>
    public double Containment { get; init; } = 5.9;

    /// <summary>
    /// Jaccard similarity. Below zero: at equal containment and lead, templated reports of equal length have the higher
    /// Jaccard similarity, copies are cut or extended.
    /// </summary>
    public double Jaccard { get; init; } = -5.1;

    /// <summary>The larger share of one lead found anywhere in the other text.</summary>
    public double LeadMost { get; init; } = 6.9;

    /// <summary>The smaller such share.</summary>
    public double LeadLeast { get; init; } = 5.1;

    /// <summary>Shared figures by the figures of the text that has fewer.</summary>
    public double NumberContainment { get; init; } = 3.3;

    /// <summary>Shared figures by all figures.</summary>
    public double NumberJaccard { get; init; } = 3.2;

    /// <summary>The intercept, lowered by 1.25 from the fit: a false link joins whole clusters, a missed one a single pair.</summary>
    public double Intercept { get; init; } = -13.0;
}
