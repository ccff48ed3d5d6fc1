using System.Security.Cryptography;
using System.Text;

namespace NewsMesh.Ingest;

/// <summary>Identity of articles: the same page or the same text gets the same id on every machine, at any time.</summary>
/// <remarks>
/// An id is the first 128 bits of a SHA-256, as 32 lower-case hex digits. A prefix keeps the two kinds apart: a text that
/// reads like a URL is not that URL's page.
/// </remarks>
public static class ArticleIds
{
    /// <summary>The id of the page at a canonical URL (<see cref="UrlCanonicalizer"/>).</summary>
    public static string FromUrl(string canonicalUrl) => Hash("url:" + canonicalUrl);

    /// <summary>The id of an article without URL, from its words: case, white space and Unicode form do not matter.</summary>
    public static string FromContent(string text) => Hash("content:" + ContentNormalizer.Normalize(text));

    private static string Hash(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
