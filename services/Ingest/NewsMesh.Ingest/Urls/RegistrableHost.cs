using System.Net;

namespace NewsMesh.Ingest;

/// <summary>The part of a host that somebody registered: "bbc.co.uk" of "www.bbc.co.uk".</summary>
/// <remarks>
/// Not the whole Public Suffix List, which changes weekly and is far larger than its use here: one label in front of the
/// last, or in front of a suffix in <see cref="PublicSuffixes"/>. An unlisted suffix makes two owners look like one, which
/// only lets a page of one name a canonical URL of the other.
/// </remarks>
internal static class RegistrableHost
{
    /// <summary>The registrable host of an ASCII lower-case host; an address or a suffix itself comes back whole.</summary>
    public static string Of(string host)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out _))
        {
            return host;
        }

        var labels = host.Split('.');
        if (labels.Length <= 2)
        {
            return host;
        }

        var suffixLabels = PublicSuffixes.Contains(string.Join('.', labels[^2..])) ? 2 : 1;
        return string.Join('.', labels[^(suffixLabels + 1)..]);
    }
}
