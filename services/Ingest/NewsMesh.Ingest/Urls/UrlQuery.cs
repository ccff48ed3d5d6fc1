namespace NewsMesh.Ingest;

internal static class UrlQuery
{
    /// <summary>The query, tracking parameters and empty pieces dropped, sorted by name; "" if none is left.</summary>
    /// <param name="query">With its leading "?", or empty.</param>
    public static string Canonicalize(string query)
    {
        var parts = query[Math.Min(1, query.Length)..]
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => PercentEncoding.Normalize(part))
            .Where(part => !TrackingParameters.Contains(NameOf(part)))
            // Sites do not tell "a=1&b=2" from "b=2&a=1", but repeated names may be a list: OrderBy is stable.
            .OrderBy(NameOf, StringComparer.Ordinal);
        var joined = string.Join('&', parts);
        return joined.Length == 0 ? "" : "?" + joined;
    }

    private static string NameOf(string part)
    {
        var end = part.IndexOf('=', StringComparison.Ordinal);
        return end < 0 ? part : part[..end];
    }
}
