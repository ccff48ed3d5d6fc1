using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Placing;

/// <summary>The judgement of one pair. Symmetric in the pair, a function of the two signatures alone.</summary>
public sealed record PairVerdict
{
    private const double CutOrExtended = 0.7;

    /// <summary>exact, near or unique.</summary>
    public required string Status { get; init; }

    /// <summary>Share of the shorter article's shingles that the longer one has, 0 to 1; 1 for identical articles.</summary>
    public double Similarity { get; init; }

    /// <summary>Probability that the pair is of one source text, 0 to 1, as the regression sees it.</summary>
    public double Probability { get; init; }

    /// <summary>One of <see cref="PairReasons"/>.</summary>
    public required string Reason { get; init; }

    public required PairFeatures Features { get; init; }

    public bool IsDuplicate => Status != DuplicateStatuses.Unique;

    public static PairVerdict Of(ArticleSignature a, ArticleSignature b, PairWeights weights)
    {
        var features = PairFeatures.Of(a, b);
        var near = Score(features, weights) >= 0;
        return new PairVerdict
        {
            Status = features.Identical ? DuplicateStatuses.Exact : near ? DuplicateStatuses.Near : DuplicateStatuses.Unique,
            Similarity = features.Identical ? 1 : features.Containment,
            Probability = features.Identical ? 1 : 1 / (1 + Math.Exp(-Score(features, weights))),
            Reason = features.Identical ? PairReasons.Identical : near ? WhyNear(features) : WhyNot(features, weights),
            Features = features,
        };
    }

    private static double Score(in PairFeatures features, PairWeights weights) =>
        weights.Intercept
        + (weights.Containment * features.Containment)
        + (weights.Jaccard * features.Jaccard)
        + (weights.LeadMost * features.LeadMost)
        + (weights.LeadLeast * features.LeadLeast)
        + (weights.NumberContainment * features.NumberContainment)
        + (weights.NumberJaccard * features.NumberJaccard);

    private static string WhyNear(in PairFeatures features) =>
        features.Containment >= CutOrExtended && features.Jaccard < features.Containment * CutOrExtended
            ? PairReasons.Contained
            : PairReasons.Overlapping;

    // What would have to be otherwise for the pair to pass.
    private static string WhyNot(in PairFeatures features, PairWeights weights) =>
        Score(features with { NumberJaccard = 1, NumberContainment = 1 }, weights) >= 0 ? PairReasons.NumbersDiffer
        : Score(features with { LeadMost = 1, LeadLeast = 1 }, weights) >= 0 && features.Containment > features.LeadMost ? PairReasons.LeadDiffers
        : PairReasons.Unrelated;
}
