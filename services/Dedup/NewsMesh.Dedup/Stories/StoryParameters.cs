namespace NewsMesh.Dedup.Stories;

/// <summary>Every number of story grouping with its reason.</summary>
public sealed record StoryParameters
{
    public static StoryParameters Default { get; } = new();

    /// <summary>Longest text looked at, in UTF-16 code units; as for near-duplicates.</summary>
    public int MaxCharacters { get; init; } = 65_536;

    /// <summary>How often a word of the title counts. Titles name the event; some repeat the first line, so not more.</summary>
    public int TitleWeight { get; init; } = 2;

    /// <summary>
    /// Terms kept of an article, the weightiest first. More of them only make long articles look alike.
    /// </summary>
    public int ArticleTerms { get; init; } = 100;

    /// <summary>Terms kept of an article's title, names, lead and figures each.</summary>
    public int ArticleFieldTerms { get; init; } = 60;

    /// <summary>Terms kept of a story; the tail has next to no weight.</summary>
    public int StoryTerms { get; init; } = 400;

    /// <summary>Terms kept of a story's titles, names, leads and figures each. With the others they bound its state at 8 KB.</summary>
    public int StoryFieldTerms { get; init; } = 150;

    /// <summary>Characters of the text that are its lead: what the event is stands there, background comes later.</summary>
    public int LeadLength { get; init; } = 400;

    /// <summary>
    /// Terms by which articles find stories, of either side the weightiest. Two reports of one event share several; each one
    /// more is a row of the index and finds more stories to compare.
    /// </summary>
    public int SearchTerms { get; init; } = 30;

    /// <summary>Stories compared for one article, those with most shared search terms first.</summary>
    public int MaxCandidates { get; init; } = 50;

    /// <summary>How long after its last article a story still takes one. With 14 days BCubed F1 is 0.005 lower.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Average cosine with the members below which the model is not asked: one shared word in thirty.</summary>
    public double LeastCosine { get; init; } = 0.03;

    /// <summary>
    /// Score of the model from which an article joins. Below zero: an article that opens a story of its own splits all that follow it.
    /// </summary>
    public double JoinThreshold { get; init; } = -1;

    /// <summary>
    /// Articles that document frequencies start from. Keeps the first days of an empty store from taking every word for a
    /// rare one.
    /// </summary>
    public int PriorArticles { get; init; } = 3000;

    /// <summary>Terms counted before those seen once are forgotten: about 60 MB.</summary>
    public int MaxCountedTerms { get; init; } = 1_000_000;
}
