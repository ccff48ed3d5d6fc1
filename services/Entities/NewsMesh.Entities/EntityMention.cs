namespace NewsMesh.Entities;

/// <summary>One place where an entity is named.</summary>
public sealed record EntityMention
{
    /// <summary>UTF-16 index of the first unit in the article's text.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 index after the last unit.</summary>
    public required int End { get; init; }

    /// <summary>The text between, exactly.</summary>
    public required string Text { get; init; }

    /// <summary>How probable it is that the mention's type and both ends are right, 0 to 1: of mentions at 0.8, about four in five are.</summary>
    public required double Confidence { get; init; }
}
