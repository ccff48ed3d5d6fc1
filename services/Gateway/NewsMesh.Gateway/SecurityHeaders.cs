namespace NewsMesh.Gateway;

/// <summary>
/// Headers of every answer: nothing is sniffed, framed, or told to other sites; nothing runs unless the answer allows it.
/// </summary>
internal static class SecurityHeaders
{
    private const string NothingRuns = "default-src 'none'; frame-ancestors 'none'";

    public static Task Apply(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = NothingRuns;
        headers.CacheControl = "no-cache";
        return next(http);
    }
}
