using System.Net;

namespace NewsMesh.Ingest;

/// <summary>Sends one request and makes sense of the answer.</summary>
internal sealed class PageRequest(HttpClient client, int maxPageBytes, TimeProvider time)
{
    private const int ChunkLength = 64 * 1024;

    public async ValueTask<FetchAttempt> SendAsync(Uri url, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        using var response = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        var status = (int)response.StatusCode;
        return status switch
        {
            200 or 203 => await ReadAsync(url, response, cancellationToken).ConfigureAwait(false),
            301 or 302 or 303 or 307 or 308 => Redirect(url, response.Headers.Location),
            401 or 403 or 407 or 451 => FetchAttempt.Rejected(IngestFault.FetchForbidden, $"the server answered {status}"),
            _ => Failed(response, status),
        };
    }

    private FetchAttempt Failed(HttpResponseMessage response, int status)
    {
        var wait = response.Headers.RetryAfter;
        return FetchAttempt.Rejected(IngestFault.FetchFailed, $"the server answered {status}") with
        {
            IsTransient = response.StatusCode is >= HttpStatusCode.InternalServerError
                or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests,
            RetryAfter = wait?.Delta ?? (wait?.Date - time.GetUtcNow()),
        };
    }

    private static FetchAttempt Redirect(Uri url, Uri? location) =>
        location is not null && Uri.TryCreate(url, location, out var next) && UrlCanonicalizer.IsAcceptable(next)
            ? new() { RedirectTo = next }
            : FetchAttempt.Rejected(IngestFault.FetchFailed, "the server redirects to what is no http or https URL");

    private async ValueTask<FetchAttempt> ReadAsync(Uri url, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = HeadersOf(response);
        var contentType = headers.GetValueOrDefault("Content-Type");
        if (!MediaTypes.MayBeArticle(contentType))
        {
            return FetchAttempt.Rejected(IngestFault.NotHtml, "the content type is neither HTML nor plain text");
        }

        var body = response.Content.Headers.ContentLength > maxPageBytes
            ? null
            : await ReadBodyAsync(response.Content, cancellationToken).ConfigureAwait(false);
        if (body is null)
        {
            return FetchAttempt.Rejected(IngestFault.TooLarge, $"the page is larger than {maxPageBytes} bytes");
        }

        return new()
        {
            Page = new()
            {
                FinalUrl = url,
                Body = body,
                ContentType = contentType,
                Headers = headers,
                FetchedAt = time.GetUtcNow(),
            },
        };
    }

    /// <summary>Null past the limit, which counts what decompression gives: a small answer may hold a huge page.</summary>
    private async ValueTask<byte[]?> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        using var body = new MemoryStream();
        var chunk = new byte[ChunkLength];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > maxPageBytes)
            {
                return null;
            }

            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            // A cookie is a session's secret, and pages are kept with their headers.
            if (!name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            {
                headers[name] = values.ToString();
            }
        }

        return headers;
    }
}
