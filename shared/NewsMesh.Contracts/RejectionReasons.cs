namespace NewsMesh.Contracts;

/// <summary>The closed list of reasons in <see cref="ArticleRejected.Reason"/>.</summary>
public static class RejectionReasons
{
    /// <summary>Not valid JSON, or JSON that is no submission.</summary>
    public const string Malformed = "malformed";

    /// <summary>Neither html, text nor url, or nothing but white space.</summary>
    public const string Empty = "empty";

    /// <summary>Less text than an article has.</summary>
    public const string TooShort = "too_short";

    /// <summary>Over a limit of size.</summary>
    public const string TooLarge = "too_large";

    /// <summary>Binary data or another format where a page was expected.</summary>
    public const string NotHtml = "not_html";

    /// <summary>The bytes cannot be read in any character set.</summary>
    public const string BadEncoding = "bad_encoding";

    /// <summary>The address is no absolute http(s) address, or over its limits.</summary>
    public const string BadUrl = "bad_url";

    /// <summary>A field of the submission is over its limits or has a value that it cannot have.</summary>
    public const string BadField = "bad_field";

    /// <summary>The page could not be fetched.</summary>
    public const string FetchFailed = "fetch_failed";

    /// <summary>The page must not be fetched: the site forbids it, or the address is private.</summary>
    public const string FetchForbidden = "fetch_forbidden";

    /// <summary>The page is over the limits of depth, nodes or time.</summary>
    public const string TooComplex = "too_complex";

    /// <summary>Every reason.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Malformed, Empty, TooShort, TooLarge, NotHtml, BadEncoding, BadUrl, BadField, FetchFailed, FetchForbidden, TooComplex];
}
