namespace NewsMesh.Ingest;

/// <summary>Tells, from the path alone, whether a URL may lead to one article rather than to a front or section page.</summary>
internal static class ArticlePath
{
    // A headline slug has several words; sections have one or two ("/sport", "/south-asia").
    private const int MinSlugSeparators = 2;

    // Article numbers are longer than years and page numbers.
    private const int MinIdDigits = 5;

    // Ids of mixed letters and digits ("c4gx5e7z1k9o") are longer than section names such as "f1" or "cop29".
    private const int MinMixedIdLength = 8;

    // Percent-encoded and Chinese or Arabic headlines have no separators, but they are long.
    private const int MinLongSegment = 40;

    private static readonly string[] IndexNames = ["index", "default", "home"];

    // Listings whose last segment may look like a headline ("/tag/climate-change-summit").
    private static readonly string[] ListingSegments =
        ["tag", "tags", "category", "categories", "topic", "topics", "author", "authors", "search", "archive", "section"];

    public static bool IsRoot(Uri url) => Segments(url) is [] or [{ Length: 2 }] || IsIndex(url);

    /// <summary>Whether the last segment looks like a headline or an article's number.</summary>
    public static bool LooksLikeArticle(Uri url)
    {
        var segments = Segments(url);
        if (segments.Length == 0 || segments.SkipLast(1).Any(s => ListingSegments.Contains(s, StringComparer.OrdinalIgnoreCase)))
        {
            return false;
        }

        var last = segments[^1];
        return !IsIndex(url)
            && (last.Length >= MinLongSegment
                || last.Count(c => c is '-' or '_') >= MinSlugSeparators
                || last.Count(char.IsAsciiDigit) >= MinIdDigits
                || IsMixedId(last));
    }

    /// <summary>Whether <paramref name="url"/> is a folder above <paramref name="page"/>.</summary>
    public static bool IsAbove(Uri url, Uri page)
    {
        var upper = Segments(url);
        var lower = Segments(page);
        return upper.Length < lower.Length && lower.Take(upper.Length).SequenceEqual(upper, StringComparer.OrdinalIgnoreCase);
    }

    private static string[] Segments(Uri url) => url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsIndex(Uri url) =>
        Segments(url) is [.., var last] && IndexNames.Contains(last.Split('.')[0], StringComparer.OrdinalIgnoreCase);

    private static bool IsMixedId(string segment) =>
        segment.Length >= MinMixedIdLength && segment.Any(char.IsAsciiDigit) && segment.Any(char.IsAsciiLetter);
}
