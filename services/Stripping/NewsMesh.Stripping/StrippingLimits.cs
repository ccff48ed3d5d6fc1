using System.ComponentModel.DataAnnotations;

namespace NewsMesh.Stripping;

/// <summary>
/// How much work one page may cost. Passing a limit never fails, and sets <see cref="StrippedArticle.Truncated"/>:
/// characters beyond the limit are not read; a page with too many elements or too deep a nesting is stripped as the plain
/// text between its tags, without structure or metadata.
/// </summary>
public sealed record StrippingLimits
{
    /// <summary>As many as a page of ten mebibytes can have, the default limit on a submission.</summary>
    public const int DefaultMaxCharacters = 10 * 1024 * 1024;

    /// <summary>Articles have a few thousand; a long live blog has about fifty thousand.</summary>
    public const int DefaultMaxNodes = 300_000;

    /// <summary>Browsers stop nesting at 512; real pages stay below 100.</summary>
    public const int DefaultMaxDepth = 400;

    /// <summary>UTF-16 units of input that are read. 1,024 to 32 Mi.</summary>
    [Range(1024, 32 * 1024 * 1024)]
    public int MaxCharacters { get; init; } = DefaultMaxCharacters;

    /// <summary>Elements a page may have. 100 to 5,000,000.</summary>
    [Range(100, 5_000_000)]
    public int MaxNodes { get; init; } = DefaultMaxNodes;

    /// <summary>Levels of nested elements a page may have. 16 to 1,000.</summary>
    [Range(16, 1000)]
    public int MaxDepth { get; init; } = DefaultMaxDepth;
}
