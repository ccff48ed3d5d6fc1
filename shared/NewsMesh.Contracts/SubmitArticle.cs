namespace NewsMesh.Contracts;

/// <summary>
/// An article dropped on the queue <c>newsmesh.articles</c>. At least one of <see cref="Html"/>,
/// <see cref="Text"/> and <see cref="Url"/> is given; with the URL alone the page is fetched.
/// </summary>
public sealed record SubmitArticle
{
    /// <summary>The submitter's own name for this submission, echoed in every outcome; generated where absent.</summary>
    public string? Id { get; init; }

    /// <summary>Address of the article, absolute, http or https.</summary>
    public string? Url { get; init; }

    /// <summary>The page as HTML; wins over <see cref="Text"/> where both are given.</summary>
    public string? Html { get; init; }

    /// <summary>The article as plain text, possibly with left-overs of its page.</summary>
    public string? Text { get; init; }

    /// <summary>Headline, where the submitter knows it.</summary>
    public string? Title { get; init; }

    /// <summary>Name of the outlet; the host of the address where absent.</summary>
    public string? Source { get; init; }

    /// <summary>ISO 639-1 code; detected where absent.</summary>
    public string? Language { get; init; }

    /// <summary>Time of publication, ISO 8601.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Free key and value pairs, carried through to the enriched event.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
