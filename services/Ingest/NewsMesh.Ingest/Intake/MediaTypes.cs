using System.Net.Mime;

namespace NewsMesh.Ingest;

/// <summary>Media types that an article can come as.</summary>
internal static class MediaTypes
{
    public const string Xhtml = "application/xhtml+xml";

    /// <summary>The type in lower case without its parameters; "" where none is declared.</summary>
    public static string Of(string? contentType) => (contentType ?? "").Split(';', 2)[0].Trim().ToLowerInvariant();

    /// <summary>Whether a declared type may be an article; no declaration may.</summary>
    public static bool MayBeArticle(string? contentType) =>
        Of(contentType) is "" or MediaTypeNames.Text.Html or MediaTypeNames.Text.Plain or Xhtml;
}
