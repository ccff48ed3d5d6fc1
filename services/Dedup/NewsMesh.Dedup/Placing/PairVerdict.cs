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

    /// <summary>Probability that the pair is of one source text, 0 to 1, as the model sees it.</summary>
    public double Probability { get; init; }

    public required PairFeatures Features { get; init; }

    /// <summary>One of <see cref="PairReasons"/>.</summary>
    public string Reason =>
        Status == DuplicateStatuses.Exact ? PairReasons.Identical : IsDuplicate ? WhyNear(Features) : WhyNot(Features, Threshold);

    private double Threshold { get; init; }

    public bool IsDuplicate => Status != DuplicateStatuses.Unique;

    public static PairVerdict Of(ArticleSignature a, ArticleSignature b, DedupParameters parameters) =>
        Of(PairFeatures.Of(a, b), parameters);

    internal static PairVerdict Of(in PairFeatures features, DedupParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var score = PairModel.Score(features);
        var near = score >= parameters.JoinThreshold;
        return new PairVerdict
        {
            Status = features.Identical ? DuplicateStatuses.Exact : near ? DuplicateStatuses.Near : DuplicateStatuses.Unique,
            Similarity = features.Identical ? 1 : features.Containment,
            Probability = features.Identical ? 1 : 1 / (1 + Math.Exp(-score)),
            Features = features,
            Threshold = parameters.JoinThreshold,
        };
    }

    private static string WhyNear(in PairFeatures features) =>
        features.Containment >= CutOrExtended && features.Jaccard < features.Containment * CutOrExtended
            ? PairReasons.Contained
            : PairReasons.Overlapping;

    // What would have to be otherwise for the pair to pass.
    private static string WhyNot(in PairFeatures features, double threshold) =>
        PairModel.Score(features.WithAgreeingFigures()) >= threshold ? PairReasons.NumbersDiffer
        : PairModel.Score(features.WithSharedLead()) >= threshold ? PairReasons.LeadDiffers
        : PairReasons.Unrelated;
}
