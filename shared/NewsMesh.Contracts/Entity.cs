namespace NewsMesh.Contracts;

/// <summary>A named entity of one article with all its mentions.</summary>
public sealed record Entity
{
    /// <summary>PERSON, LOCATION, ORGANIZATION or MISC.</summary>
    public required string Type { get; init; }

    /// <summary>The fullest form of the name in the article.</summary>
    public required string Name { get; init; }

    /// <summary>How much the article is about it, 0 to 1.</summary>
    public double Salience { get; init; }

    /// <summary>Mentions in the order of the text, not overlapping.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];
}
