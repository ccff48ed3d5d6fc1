using NewsMesh.Dedup;
using NewsMesh.Dedup.Placing;
using NewsMesh.Dedup.Signatures;

namespace NewsMesh.AllInOne.Explaining;

/// <summary>The judgement of two articles as copies of one text.</summary>
internal sealed record DuplicateExplanation
{
    /// <summary>exact, near or unique: of this pair alone.</summary>
    public required string Status { get; init; }

    /// <summary>One of <see cref="PairReasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>Probability that both are of one source text, 0 to 1.</summary>
    public required double Probability { get; init; }

    /// <summary>Probability from which a pair is taken for copies.</summary>
    public required double Threshold { get; init; }

    /// <summary>Share of the shorter article's shingles that the longer one has, 0 to 1.</summary>
    public required double Similarity { get; init; }

    /// <summary>Bands that both have; without one the index never shows them to each other.</summary>
    public required int SharedBands { get; init; }
    public required int Bands { get; init; }

    /// <summary>Whether both arrived within the default window of each other; null where that is not known.</summary>
    public bool? WithinWindow { get; init; }

    public required PairFeatures Features { get; init; }

    public static DuplicateExplanation Of(PairVerdict verdict, int sharedBands, TimeSpan? apart, DedupParameters parameters) => new()
    {
        Status = verdict.Status,
        Reason = verdict.Reason,
        Probability = verdict.Probability,
        Threshold = 1 / (1 + Math.Exp(-parameters.JoinThreshold)),
        Similarity = verdict.Similarity,
        SharedBands = sharedBands,
        Bands = parameters.Bands,
        WithinWindow = apart is null ? null : apart <= parameters.Window,
        Features = verdict.Features,
    };

    /// <summary>The rule that decided, as a sentence.</summary>
    public string Because => Reason switch
    {
        PairReasons.Identical => "Title and text are equal once case, punctuation and spacing are set aside.",
        PairReasons.Contained => "Most of the shorter text is in the longer one, which has far more: it was cut or extended.",
        PairReasons.Overlapping => "Much of both texts is shared: one was edited, corrected or scanned.",
        PairReasons.NumbersDiffer => "They share text, but their figures differ: reports from one template. With equal figures they would pass.",
        PairReasons.LeadDiffers => "They share text, but not what they open with: a quotation, background, borrowed paragraphs. With equal leads they would pass.",
        _ => "Too little is shared.",
    };
}
