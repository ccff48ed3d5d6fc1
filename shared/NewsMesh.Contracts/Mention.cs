namespace NewsMesh.Contracts;

/// <summary>One place of an entity in the article's text: <c>text[Start..End] == Text</c>.</summary>
public sealed record Mention
{
    /// <summary>First UTF-16 index.</summary>
    public int Start { get; init; }

    /// <summary>UTF-16 index after the last.</summary>
    public int End { get; init; }

    /// <summary>The characters of the mention.</summary>
    public required string Text { get; init; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }
}
