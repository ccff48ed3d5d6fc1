namespace NewsMesh.Ingest;

/// <summary>Chooses the URL that names a page: its own, or the rel=canonical in its head (RFC 6596) where that is believable.</summary>
/// <remarks>
/// Publishers set rel=canonical wrongly often enough, mostly to the front page or the section for every article. A wrong one
/// that is believed makes different articles one; a right one that is not costs a duplicate that later stages find. So it
/// counts only on the same registrable host, not at the root, and not at what looks like a section: a folder above the page,
/// or a last segment unlike a headline or a number where the page's own URL has one (or carries a query that may).
/// og:url is not used: it is filled in with less care still.
/// </remarks>
internal static class CanonicalLink
{
    /// <summary>The canonical URL of the page at <paramref name="page"/>.</summary>
    public static string Resolve(Uri page, PageHead head, int maxUrlLength)
    {
        var own = UrlCanonicalizer.Canonicalize(page);
        if (head.Canonical is not { } href || href.Length > maxUrlLength)
        {
            return own;
        }

        var root = head.BaseHref is { } baseHref && Uri.TryCreate(page, baseHref, out var resolved) ? resolved : page;
        if (!Uri.TryCreate(root, href, out var link)
            || UrlCanonicalizer.Canonicalize(link.OriginalString, maxUrlLength) is not { } candidate)
        {
            return own;
        }

        return IsBelievable(new Uri(candidate), new Uri(own)) ? candidate : own;
    }

    private static bool IsBelievable(Uri candidate, Uri own)
    {
        if (RegistrableHost.Of(candidate.Host) != RegistrableHost.Of(own.Host) || ArticlePath.IsRoot(candidate))
        {
            return false;
        }

        if (candidate.PathAndQuery == own.PathAndQuery || ArticlePath.LooksLikeArticle(candidate))
        {
            return true;
        }

        return own.Query == candidate.Query && !ArticlePath.IsAbove(candidate, own) && !ArticlePath.LooksLikeArticle(own);
    }
}
