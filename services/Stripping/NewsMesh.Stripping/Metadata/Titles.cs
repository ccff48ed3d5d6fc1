using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.Metadata;

/// <summary>Chooses the headline among the page's several and takes site name and section off it.</summary>
internal static class Titles
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", "|", "_"];

    // What parts a site's name from the headline after it. With the others the name comes last.
    private static readonly string[] HeadSeparators = [" : ", ": ", " :: "];

    // Shorter headings are names of sites and sections.
    private const int FewestLetters = 10;

    // A tail of more words is part of the headline.
    private const int LongestTail = 5;
    private const int ShortestHead = 3;

    public static Sourced<string>? Choose(HeadFacts facts, JsonLd? data, string? site, List<Block> blocks)
    {
        var sources = Declared(facts, data);
        var declared = sources.Select(s => s.Value).ToList();
        // The heading that readers see, where the head agrees with it: the longest, since the site's name may be one too.
        var shown = facts.Headings
            .Where(h => TextMeasure.Letters(h) >= FewestLetters && !IsSite(h, site) && declared.Any(d => Begins(d, h) || Ends(d, h)))
            .MaxBy(h => h.Length);
        if (shown is not null && !IsAddition(shown, declared))
            return new Sourced<string>(shown, Source.Heading);
        if (declared.Count > 0)
            return sources[0] with { Value = WithoutTails(WithoutHead(declared[0], blocks), site) };
        return Source.First((facts.Headings.FirstOrDefault(h => !IsSite(h, site)), Source.Heading));
    }

    private static List<Sourced<string>> Declared(HeadFacts facts, JsonLd? data)
    {
        (string? Value, string From)[] candidates =
        [
            (data?.Headline, Source.JsonLd), (facts.Meta("og:title"), Source.Meta), (facts.Meta("twitter:title"), Source.Meta),
            (facts.Title, Source.TitleTag), (facts.Meta("dc.title", "parsely-title"), Source.Meta),
        ];
        return [.. candidates.Select(c => Source.First((TextCleaner.OrNull(System.Net.WebUtility.HtmlDecode(c.Value)), c.From))).OfType<Sourced<string>>()];
    }

    private static bool Begins(string declared, string heading) =>
        declared.Length >= heading.Length && TitleMatch.Same(declared[..heading.Length], heading);

    private static bool Ends(string declared, string heading) =>
        declared.Length >= heading.Length && TitleMatch.Same(declared[^heading.Length..], heading);

    private static bool IsSite(string text, string? site) => site is not null && TitleMatch.Same(text, site);

    // One declared title is the heading and another: the heading is the site's name.
    private static bool IsAddition(string heading, List<string> declared) =>
        declared.Any(d => declared.Any(other => TitleMatch.Same(d, heading + other) || TitleMatch.Same(d, other + heading)));

    // "Site : Headline" where the page shows the two apart, the name on a line of its own. What a kicker repeats of a headline stays.
    private static string WithoutHead(string title, List<Block> blocks)
    {
        var (at, length) = HeadSeparators.Select(s => (At: title.IndexOf(s, StringComparison.Ordinal), s.Length))
            .Where(s => s.At > 0).DefaultIfEmpty().MinBy(s => s.At);
        if (at <= 0)
            return title;
        var rest = title[(at + length)..].Trim();
        var apart = TextMeasure.Letters(rest) >= FewestLetters
            && blocks.Exists(b => TitleMatch.Same(b.Text, title[..at])) && blocks.Exists(b => Begins(b.Text, rest));
        return apart ? rest : title;
    }

    private static string WithoutTails(string title, string? site)
    {
        while (true)
        {
            var (at, length) = LastSeparator(title);
            if (at <= 0)
                return title;
            var head = title[..at].TrimEnd();
            var tail = title[(at + length)..].Trim();
            var words = tail.Split(' ').Length;
            var known = IsSite(tail, site);
            if (!known && (words > LongestTail || head.Split(' ').Length < ShortestHead || words >= head.Split(' ').Length))
                return title;
            title = head;
        }
    }

    private static (int At, int Length) LastSeparator(string title)
    {
        var best = (At: -1, Length: 0);
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > best.At)
                best = (at, separator.Length);
        }

        return best;
    }
}
