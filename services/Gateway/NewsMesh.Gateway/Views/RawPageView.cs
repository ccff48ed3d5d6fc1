using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Views;

/// <summary>What is known of a page as received, without its bytes.</summary>
public sealed record RawPageView
{
    public required string RawId { get; init; }
    public required string ArticleId { get; init; }
    public required string SubmissionId { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Number of bytes.</summary>
    public long Length { get; init; }
    public bool IsHtml { get; init; }
    public required string Charset { get; init; }

    /// <summary>Address as submitted, or the final one after redirects.</summary>
    public string? Url { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null where the page was submitted.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>Response headers of a fetched page.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The revision that was made of it.</summary>
    public int? Revision { get; init; }

    public static RawPageView Of(RawPageDocument page) => new()
    {
        RawId = page.RawId,
        ArticleId = page.ArticleId,
        SubmissionId = page.SubmissionId,
        Sha256 = page.Sha256,
        Length = page.Content.LongLength,
        IsHtml = page.IsHtml,
        Charset = page.Charset,
        Url = page.Url,
        ReceivedAt = page.ReceivedAt,
        FetchedAt = page.FetchedAt,
        Headers = page.Headers,
        Revision = page.Revision,
    };
}
