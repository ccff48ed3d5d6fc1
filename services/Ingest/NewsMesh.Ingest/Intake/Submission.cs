namespace NewsMesh.Ingest;

/// <summary>An article as somebody dropped it. Everything is optional, but one of html, text and url must be there.</summary>
/// <remarks>A string of white space only counts as absent. Where both html and text are given, html wins.</remarks>
public sealed record Submission
{
    /// <summary>The submitter's own name for the submission; never the article's identity.</summary>
    public string? Id { get; init; }

    /// <summary>Absolute http or https URL; given alone, the page is fetched from it.</summary>
    public string? Url { get; init; }

    public string? Html { get; init; }

    public string? Text { get; init; }

    public string? Title { get; init; }

    public string? Source { get; init; }

    /// <summary>A BCP 47 tag; one that is not understood is ignored and the language is found from the text.</summary>
    public string? Language { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
