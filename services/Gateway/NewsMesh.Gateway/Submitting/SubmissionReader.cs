using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.Gateway.Submitting;

/// <summary>Reads the body of <c>POST /articles</c>: one submission or an array of them.</summary>
internal static class SubmissionReader
{
    private const byte ArrayStart = (byte)'[';
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>The submissions of a body.</summary>
    /// <exception cref="JsonException">The body is no JSON of that form.</exception>
    /// <exception cref="BadHttpRequestException">The body is over the limit (413) or broken off (400).</exception>
    public static async Task<IReadOnlyList<SubmitArticle>> ReadAsync(
        HttpContext http, long maxBytes, CancellationToken ct)
    {
        var body = await ReadBodyAsync(http, maxBytes, ct);
        if (body.Span.StartsWith(Utf8Mark))
        {
            body = body[Utf8Mark.Length..];
        }

        var first = body.Span.TrimStart(" \t\r\n"u8);
        SubmitArticle?[]? articles = first.Length > 0 && first[0] == ArrayStart
            ? JsonSerializer.Deserialize<SubmitArticle?[]>(body.Span, EventJson.Options)
            : [JsonSerializer.Deserialize<SubmitArticle>(body.Span, EventJson.Options)];
        return articles is not null && !articles.Contains(null)
            ? articles.OfType<SubmitArticle>().ToArray()
            : throw new JsonException("null is no submission");
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext http, long maxBytes, CancellationToken ct)
    {
        // The server itself stops reading at the limit, chunked bodies included.
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = maxBytes;
        using var buffer = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 0, maxBytes));
        await http.Request.Body.CopyToAsync(buffer, ct);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
