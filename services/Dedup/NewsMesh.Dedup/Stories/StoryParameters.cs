namespace NewsMesh.Dedup.Stories;

/// <summary>Every number of story grouping with its reason.</summary>
public sealed record StoryParameters
{
    public static StoryParameters Default { get; } = new();

    /// <summary>Longest text looked at, in UTF-16 code units; as for near-duplicates.</summary>
    public int MaxCharacters { get; init; } = 65_536;

    /// <summary>How often a word of the title counts. Titles name the event; some repeat the first line, so not more.</summary>
    public int TitleWeight { get; init; } = 2;

    /// <summary>Terms kept of an article, the weightiest first. Sixty group as well as a hundred and take half the bytes.</summary>
    public int ArticleTerms { get; init; } = 60;

    /// <summary>Terms kept of an article's title, names, lead and figures each.</summary>
    public int ArticleFieldTerms { get; init; } = 30;

    /// <summary>Characters of the text that are its lead: what the event is stands there, background comes later.</summary>
    public int LeadLength { get; init; } = 400;

    /// <summary>
    /// Terms by which articles find stories, of either side the weightiest. Two reports of one event share several; each one
    /// more is a row of the index and finds more stories to compare.
    /// </summary>
    public int SearchTerms { get; init; } = 30;

    /// <summary>Of the stories with a search term, the latest that are looked at: keeps the work on common words bounded.</summary>
    public int MaxStoriesPerTerm { get; init; } = 64;

    /// <summary>Stories looked at for one article, those with most shared search terms first.</summary>
    public int MaxCandidates { get; init; } = 50;

    /// <summary>Of each of them the latest articles compared.</summary>
    public int ComparedMembers { get; init; } = 10;

    /// <summary>How far apart in time two articles may be compared, so how long after its last article a story still takes one.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Cosine of their words below which two articles are of two events: one shared word in thirty.</summary>
    public double LeastCosine { get; init; } = 0.03;

    /// <summary>
    /// Log-odds are cut at this. Beyond it a single pair that shares few words would outweigh the many that agree.
    /// </summary>
    public double ScoreLimit { get; init; } = 3;

    /// <summary>
    /// Average score with an article from which a story is grouped anew together with it. Low: what is not looked at again
    /// is not mended.
    /// </summary>
    public double RegroupThreshold { get; init; } = -2.5;

    /// <summary>Stories grouped anew for one article, the closest first.</summary>
    public int RegroupedStories { get; init; } = 5;

    /// <summary>Articles grouped anew at once; the work grows with its square.</summary>
    public int RegroupedArticles { get; init; } = 100;

    /// <summary>
    /// Average score from which two groups are one story. Below zero: an event is told in many ways, and the pairs of one story
    /// that share little are more than the model expects.
    /// </summary>
    public double JoinThreshold { get; init; } = -0.9;

    /// <summary>Latest articles of a story that can still be compared; earlier ones are settled. A kilobyte each.</summary>
    public int ComparableMembers { get; init; } = 64;

    /// <summary>Articles after which a story takes no more, but for copies of its own: every one is written again with each that comes.</summary>
    public int MaxMembers { get; init; } = 500;

    /// <summary>Most salient entities kept of an article, and of a story.</summary>
    public int MaxEntities { get; init; } = 8;

    /// <summary>Longest title kept, in UTF-16 code units; longer ones are no headlines.</summary>
    public int MaxTitleLength { get; init; } = 300;

    /// <summary>
    /// Articles that document frequencies start from. Keeps the first days of an empty store from taking every word for a
    /// rare one.
    /// </summary>
    public int PriorArticles { get; init; } = 3000;

    /// <summary>Latest articles of a store that a process counts at its start: about a second of reading.</summary>
    public int RecalledArticles { get; init; } = 2000;

    /// <summary>Terms counted before those seen once are forgotten: about 60 MB.</summary>
    public int MaxCountedTerms { get; init; } = 1_000_000;
}
