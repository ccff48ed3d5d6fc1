namespace NewsMesh.Dedup;

/// <summary>
/// Every number of near-duplicate detection with its reason. Changing one of the first group changes signatures: raise
/// <see cref="Signatures.ArticleSignature.CurrentVersion"/> with it. The weights of the judgement are in
/// <see cref="Placing.PairModel"/>.
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
    /// Most shingles kept of an article, three bytes each: of a longer one every second, fourth, eighth … is taken, by hash. With
    /// 128 the adjusted Rand index falls by 0.005; with 512 it does not rise.
    /// </summary>
    public int MaxShingles { get; init; } = 256;

    /// <summary>Most figures kept of an article, three bytes each, the first ones: reports from a template differ from the start.</summary>
    public int MaxFigures { get; init; } = 64;

    /// <summary>
    /// Length of the shingles that candidates are found by: longer ones are lost to scans, shorter ones are shared by chance.
    /// At 9 letters there are twice the candidates of 11 for the same recall, at 16 a copy in a hundred more is missed.
    /// </summary>
    public int BandShingleLength { get; init; } = 11;

    /// <summary>
    /// Number of MinHash minima, each a band of its own: a pair of Jaccard similarity J is missed with probability (1 - J)^16, a
    /// third of all texts in common once in 650. Each band is a row of the index. 32 find 0.7 % more pairs and cost twice the rows;
    /// 12 miss 0.9 % more.
    /// </summary>
    public int Bands { get; init; } = 16;

    /// <summary>
    /// Letters and digits of the body that form the lead together with the title. Editors cut from the end and sites add at
    /// the end: the lead is what copies keep and what articles with borrowed paragraphs do not share.
    /// </summary>
    public int LeadLength { get; init; } = 300;

    /// <summary>How long after an article its copies are looked for. Agencies re-send within days; sites within weeks.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Candidates compared for one article, those with the rarest shared bands first. Bounds the cost of boilerplate. With 12 the
    /// same copies are found, with 8 the adjusted Rand index falls by 0.001.
    /// </summary>
    public int MaxCandidates { get; init; } = 16;

    /// <summary>
    /// Articles that one band gives, the latest ones: a shingle that more of them have is a phrase of the trade, and bounds on
    /// reading keep a look-up equally quick in an index of any size.
    /// </summary>
    public int MaxArticlesPerBand { get; init; } = 16;

    /// <summary>
    /// Articles after which the counts of shingle frequencies are halved: what was a phrase of last month's news is none today,
    /// and older counts would fill the table.
    /// </summary>
    public int FrequencyHalfLife { get; init; } = 16_384;

    /// <summary>
    /// Articles that frequencies start from: keeps the first hundreds of an empty store from taking every shared word for common.
    /// </summary>
    public int FrequencyPrior { get; init; } = 300;

    /// <summary>
    /// Articles of one source that must have had a passage, each apart from what it follows, before the next ones are signed
    /// without it. At 2 the phrases of the trade go too, and the adjusted Rand index falls by 0.009; 3 does as well as 4.
    /// </summary>
    public int SourceRepeats { get; init; } = 4;

    /// <summary>
    /// Counted shingles in a row, one in sixteen of all, that make such a passage: three stand for about fifty letters. With two,
    /// names and turns of speech among them, the index falls by 0.001.
    /// </summary>
    public int SourceRepeatRun { get; init; } = 3;

    /// <summary>Letters that must be left of an article without its source's repeated passages; with fewer it keeps them.</summary>
    public int LeastOwnLetters { get; init; } = 100;

    /// <summary>What a pair has to score to be of one text. Higher misses copies, lower takes reports of one template for one.</summary>
    public double JoinThreshold { get; init; } = 0.25;
}
