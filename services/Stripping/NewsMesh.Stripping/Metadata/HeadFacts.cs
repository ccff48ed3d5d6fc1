using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsMesh.Stripping.Html;

namespace NewsMesh.Stripping.Metadata;

/// <summary>What the mark-up of a page says of it, collected in one walk: meta tags, JSON-LD scripts, times, headings, author links.</summary>
internal sealed class HeadFacts
{
    private const int LongestName = 300;
    private const int LongestScript = 2_000_000;

    private readonly Dictionary<string, List<string>> _meta = new(StringComparer.OrdinalIgnoreCase);
    private int _publications;

    private HeadFacts()
    {
    }

    /// <summary>Contents of the JSON-LD scripts.</summary>
    public List<string> Scripts { get; } = [];

    /// <summary>Texts of the h1 elements, and of lower headings named as the article's.</summary>
    public List<string> Headings { get; } = [];

    /// <summary>Texts of elements marked as the author by rel, itemprop or class.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>Values of <c>time</c> elements and of hAtom's <c>abbr</c>; those marked as the publication's come first.</summary>
    public List<string> Times { get; } = [];

    /// <summary>The document's title.</summary>
    public string? Title { get; private set; }

    /// <summary>Address of the <c>canonical</c> link.</summary>
    public string? Canonical { get; private set; }

    /// <summary>The document's language tag.</summary>
    public string? Language { get; private set; }

    public static HeadFacts Collect(IHtmlDocument document, CancellationToken cancellationToken)
    {
        var facts = new HeadFacts();
        foreach (var element in Elements.Below(document))
        {
            cancellationToken.ThrowIfCancellationRequested();
            facts.Take(element);
        }

        return facts;
    }

    /// <summary>The first non-empty content among meta tags of these names (name, property or itemprop), in the order asked.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_meta.TryGetValue(name, out var values))
                return values[0];
        }

        return null;
    }

    /// <summary>All contents of meta tags of a name.</summary>
    public IReadOnlyList<string> MetaAll(string name) => _meta.TryGetValue(name, out var values) ? values : [];

    private void Take(IElement element)
    {
        switch (element.LocalName)
        {
            case "html":
                Language = element.GetAttribute("lang") ?? element.GetAttribute("xml:lang");
                break;
            case "link" when Canonical is null && string.Equals(element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase):
                Canonical = element.GetAttribute("href");
                break;
            case "meta":
                TakeMeta(element);
                break;
            case "title" when Title is null && element is IHtmlTitleElement:
                Title = TextCleaner.OrNull(Elements.Text(element, LongestName));
                break;
            case "script" when element.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true:
                Scripts.Add(Elements.Text(element, LongestScript));
                break;
            case "h1" or "h2" or "h3" when IsTitle(element) && TextCleaner.OrNull(Elements.Text(element, LongestName)) is { } heading:
                Headings.Add(heading);
                break;
            case "time" when (element.GetAttribute("datetime") ?? TextCleaner.OrNull(Elements.Text(element, LongestName))) is { } time:
                Times.Insert(IsPublication(element) ? _publications++ : Times.Count, time);
                break;
            case "abbr" when IsPublication(element) && element.GetAttribute("title") is { } stamp:
                Times.Insert(_publications++, stamp);
                break;
            default:
                TakeAuthor(element);
                break;
        }
    }

    private void TakeMeta(IElement element)
    {
        var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv");
        if (name is null || TextCleaner.OrNull(element.GetAttribute("content")) is not { } content)
            return;
        if (!_meta.TryGetValue(name.Trim(), out var values))
            _meta[name.Trim()] = values = [];
        values.Add(content);
    }

    private void TakeAuthor(IElement element)
    {
        if (element.Attributes.Length == 0)
            return;
        var marked = element.GetAttribute("rel") == "author" || element.GetAttribute("itemprop") == "author"
            || (element.ClassName is { Length: < LongestName } name && name.Split(' ').Any(BylineClasses.Contains));
        if (marked && TextCleaner.OrNull(Elements.Text(element, LongestName)) is { } author)
            Authors.Add(author);
    }

    private static bool IsTitle(IElement element) =>
        element.LocalName == "h1" || element.GetAttribute("itemprop") == "headline"
        || element.ClassName?.Contains("title", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsPublication(IElement element) =>
        element.GetAttribute("itemprop") == "datePublished" || element.ClassName?.Contains("publish", StringComparison.OrdinalIgnoreCase) == true;
}
