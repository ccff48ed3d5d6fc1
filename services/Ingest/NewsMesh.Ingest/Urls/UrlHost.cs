namespace NewsMesh.Ingest;

internal static class UrlHost
{
    /// <summary>The host in ASCII and lower case, IPv6 in brackets; "" where it has no ASCII form.</summary>
    public static string Of(Uri uri)
    {
        if (uri.HostNameType == UriHostNameType.IPv6)
        {
            return uri.Host.ToLowerInvariant();
        }

        try
        {
            return uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            return "";
        }
    }
}
