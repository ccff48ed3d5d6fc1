namespace NewsMesh.Stripping;

/// <summary>One page or one text to strip. <see cref="Html"/> wins where both are given; neither gives an empty article.</summary>
public sealed record StripRequest
{
    /// <summary>The page's decoded HTML.</summary>
    public string? Html { get; init; }

    /// <summary>Plain text, one block per line, perhaps with left-over navigation, comments or teasers.</summary>
    public string? Text { get; init; }

    /// <summary>The page's address: resolves relative links and gives a date where nothing better does.</summary>
    public string? Url { get; init; }

    /// <summary>Whether <see cref="StrippedArticle.Blocks"/> is filled.</summary>
    public bool WithBlocks { get; init; }
}
