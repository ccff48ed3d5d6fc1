namespace NewsMesh.Dedup;

/// <summary>
/// Every number of near-duplicate detection with its reason. Changing one of the first group changes signatures: raise
/// <see cref="Signatures.ArticleSignature.CurrentVersion"/> with it.
/// </summary>
public sealed record DedupParameters
{
    public static DedupParameters Default { get; } = new();

    /// <summary>
    /// Longest text looked at, in UTF-16 code units. Articles are far shorter; the cap bounds what one hostile message can
    /// cost. Of a longer text only the start counts.
    /// </summary>
    public int MaxCharacters { get; init; } = 65_536;

    /// <summary>
    /// Length of the shingles that similarity is measured on, in letters and digits. Shorter ones are shared by any two
    /// articles of one language, longer ones are lost to every misread character of a scan.
    /// </summary>
    public int ShingleLength { get; init; } = 7;

    /// <summary>
    /// Length of the shingles that candidates are found by. At 16 letters chance agreement is rare enough that one shared
    /// minimum is evidence, so a copy that keeps a fifth of its source is still found.
    /// </summary>
    public int BandShingleLength { get; init; } = 16;

    /// <summary>
    /// Number of MinHash minima, each a band of its own: at a Jaccard similarity of 0.1 a pair is missed once in 150
    /// (0.9^48). Each band is a row of the index: more of them find little more and cost writes.
    /// </summary>
    public int Bands { get; init; } = 48;

    /// <summary>
    /// Letters and digits of the body that form the lead together with the title. Editors cut from the end and sites add at
    /// the end: the lead is what copies keep and what articles with borrowed paragraphs do not share.
    /// </summary>
    public int LeadLength { get; init; } = 300;

    /// <summary>How long after an article its copies are looked for. Agencies re-send within days; sites within weeks.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Candidates compared for one article, those with most shared bands first. Bounds the cost of boilerplate.</summary>
    public int MaxCandidates { get; init; } = 200;

    /// <summary>Evidence weighed into the verdict.</summary>
    public PairWeights Weights { get; init; } = PairWeights.Default;
}
