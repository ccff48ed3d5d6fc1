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

    /// <summary>Terms kept of a story. Bounds its state at about 3 KB; the tail has next to no weight.</summary>
    public int StoryTerms { get; init; } = 400;

    /// <summary>
    /// Terms by which articles find stories, of either side the weightiest. Two reports of one event share several; each one
    /// more is a row of the index and finds more stories to compare.
    /// </summary>
    public int SearchTerms { get; init; } = 30;

    /// <summary>Stories compared for one article, those with most shared search terms first.</summary>
    public int MaxCandidates { get; init; } = 50;

    /// <summary>How long after its last article a story still takes one.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(14);

    /// <summary>
    /// Average cosine with the members from which an article joins. Lower joins two events of one kind, higher splits long
    /// stories.
    /// </summary>
    public double JoinThreshold { get; init; } = 0.18;

    /// <summary>
    /// Steepness of the confidence around the threshold: 0.1 above it is a confidence of 0.92.
    /// </summary>
    public double ConfidenceSlope { get; init; } = 25;

    /// <summary>
    /// Articles that document frequencies start from. Keeps the first days of an empty store from taking every word for a
    /// rare one.
    /// </summary>
    public int PriorArticles { get; init; } = 1000;

    /// <summary>Terms counted before those seen once are forgotten: about 60 MB.</summary>
    public int MaxCountedTerms { get; init; } = 1_000_000;
}
