namespace NewsMesh.Storage;

/// <summary>Filters of an article listing; null means any.</summary>
public sealed record ArticleQuery
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    /// <summary>Words that title or text contain, all of them, case-insensitive.</summary>
    public string? Text { get; init; }

    /// <summary>An entity's name, case-insensitive.</summary>
    public string? Entity { get; init; }
    public string? Source { get; init; }
    public string? StoryId { get; init; }

    /// <summary>unique, exact or near.</summary>
    public string? Duplicate { get; init; }

    /// <summary>Received at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Received before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>As given by the page before; a damaged one throws <see cref="FormatException"/>.</summary>
    public string? Cursor { get; init; }

    /// <summary>1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = DefaultLimit;
}
