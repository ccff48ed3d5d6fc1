namespace NewsMesh.Ingest;

/// <summary>Why ingest cannot take an article. The list is closed; each fault is counted under its own reason.</summary>
public enum IngestFault
{
    /// <summary>No html, text or url, or a page without a single visible character in its bytes.</summary>
    Empty,

    /// <summary>The page is over <see cref="IngestLimits.MaxPageBytes"/>.</summary>
    TooLarge,

    /// <summary>Neither HTML nor text: an image, a PDF, an archive, JSON, a feed, binary data.</summary>
    NotHtml,

    /// <summary>Text that was already damaged by decoding, or that no known character set reads.</summary>
    BadEncoding,

    /// <summary>Not an absolute http or https URL, with user information, or too long.</summary>
    BadUrl,

    /// <summary>The id, title, source or metadata is too long or holds control characters.</summary>
    BadField,

    /// <summary>The page could not be had: no such host, no connection, time over, an error status, too many redirects.</summary>
    FetchFailed,

    /// <summary>The page may not be had: a refused address, or the server answered 401, 403, 407 or 451.</summary>
    FetchForbidden,
}
