namespace NewsMesh.Entities.Tsv;

/// <summary>A line of a tagged file: a token with its tag, or a line without token (blank, document start), kept as it came.</summary>
/// <param name="Token">Null on a line without token.</param>
/// <param name="Tag">The last column; empty on a line without token.</param>
/// <param name="Raw">The line without its line end.</param>
public readonly record struct TsvLine(string? Token, string Tag, string Raw)
{
    /// <summary>The line with another tag in its last column.</summary>
    public string WithTag(string tag) => string.Concat(Raw.AsSpan(0, Raw.LastIndexOf('\t') + 1), tag);
}
