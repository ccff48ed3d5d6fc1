using System.Diagnostics.CodeAnalysis;

namespace NewsMesh.Ingest;

/// <summary>Brings URLs that lead to the same page into one form (RFC 3986 §6.2, plus what news links carry).</summary>
/// <remarks>
/// <para>Scheme and host in lower case, host in its ASCII form (IDNA) without a trailing dot, default port dropped, dot
/// segments resolved, percent-encoding normalised, an empty path written as "/", tracking parameters
/// (<see cref="TrackingParameters"/>) and empty pieces of the query dropped, the others sorted by name (equal names keep
/// their order), fragment dropped unless it is a "#!" route, which names a page of its own.</para>
/// <para>Left alone, since servers may tell them apart: http and https, "www.", mobile and AMP hosts, upper case in path
/// and query, trailing and doubled slashes. Two forms that stay apart cost a duplicate that later stages still find; two
/// pages made one would cost an article.</para>
/// <para>The result is a fixed point: canonicalising it again gives the same string.</para>
/// </remarks>
public static class UrlCanonicalizer
{
    /// <summary>The canonical form of an absolute http or https URL.</summary>
    /// <param name="url">Any string; white space around it is ignored.</param>
    /// <param name="maxLength">UTF-16 units above which a URL is refused.</param>
    /// <returns>The canonical form, or null if <paramref name="url"/> is none or carries user information.</returns>
    public static string? Canonicalize(string url, int maxLength = IngestLimits.DefaultMaxUrlLength) =>
        TryParse(url, maxLength, out var uri) ? Canonicalize(uri) : null;

    /// <summary>The canonical form of a URL that <see cref="TryParse"/> accepted.</summary>
    public static string Canonicalize(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        var port = uri.IsDefaultPort ? "" : FormattableString.Invariant($":{uri.Port}");
        var path = PercentEncoding.Normalize(uri.AbsolutePath);
        var query = UrlQuery.Canonicalize(uri.Query);
        var fragment = uri.Fragment.StartsWith("#!", StringComparison.Ordinal) && uri.Fragment.Length > "#!/".Length
            ? PercentEncoding.Normalize(uri.Fragment)
            : "";
        return $"{uri.Scheme}://{UrlHost.Of(uri)}{port}{(path.Length == 0 ? "/" : path)}{query}{fragment}";
    }

    /// <summary>Reads an absolute http or https URL without user information.</summary>
    /// <param name="url">Any string; white space around it is ignored.</param>
    /// <param name="maxLength">UTF-16 units above which a URL is refused.</param>
    /// <param name="uri">The URL as written, where the answer is true.</param>
    public static bool TryParse(string? url, int maxLength, [NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        var trimmed = url.AsSpan().Trim();
        if (trimmed.IsEmpty || trimmed.Length > maxLength || trimmed.ContainsAnyInRange('\0', '\u001F'))
        {
            return false;
        }

        return Uri.TryCreate(trimmed.ToString(), UriKind.Absolute, out uri) && IsAcceptable(uri);
    }

    /// <summary>Whether a URL is http or https, without user information, and names a host.</summary>
    public static bool IsAcceptable(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return uri.IsAbsoluteUri
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.UserInfo.Length == 0
            && uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
            && UrlHost.Of(uri).Length > 0;
    }
}
