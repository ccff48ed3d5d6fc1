namespace NewsMesh.Entities;

/// <summary>One entity of an article: all its mentions under one name.</summary>
public sealed record RecognizedEntity
{
    /// <summary>One of <see cref="EntityTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>The fullest form seen, without titles and possessives.</summary>
    public required string Name { get; init; }

    /// <summary>How much the article is about this entity, 0 to 1.</summary>
    public required double Salience { get; init; }

    /// <summary>By start, never empty, not overlapping.</summary>
    public required IReadOnlyList<EntityMention> Mentions { get; init; }
}
