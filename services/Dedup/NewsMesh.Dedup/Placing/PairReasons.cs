namespace NewsMesh.Dedup.Placing;

/// <summary>Why a pair was taken for copies of one text, or not.</summary>
public static class PairReasons
{
    /// <summary>Equal after normalisation.</summary>
    public const string Identical = "identical";

    /// <summary>Most of the shorter text is in the longer one, which has far more: cut or extended.</summary>
    public const string Contained = "contained";

    /// <summary>Much of both texts is shared: edited, corrected, scanned.</summary>
    public const string Overlapping = "overlapping";

    /// <summary>The texts would pass for copies, but their figures differ: two reports from one template.</summary>
    public const string NumbersDiffer = "numbers_differ";

    /// <summary>Text is shared, but not what either opens with: quotations, background, borrowed paragraphs.</summary>
    public const string LeadDiffers = "lead_differs";

    /// <summary>Too little is shared.</summary>
    public const string Unrelated = "unrelated";
}
