using System.Text.RegularExpressions;

namespace NewsMesh.Stripping.Metadata;

/// <summary>When an article was published, and which part of the page says so.</summary>
internal sealed partial record PublicationDate(DateTimeOffset At, string From)
{
    private static readonly string[] MetaNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datePublished", "publishdate", "publish-date",
        "publish_date", "pubdate",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "date",
        "article.published", "published-date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "last-published", "created",
        "dateCreated",
    ];

    /// <summary>The first good date of JSON-LD, meta tags, time elements and the address, in that order.</summary>
    public static PublicationDate? Find(HeadFacts facts, JsonLd? data, string? url) =>
        Of(DateText.Parse(data?.Published), "jsonld")
        ?? Of(FirstMeta(facts), "meta")
        ?? Of(facts.Times.Select(DateText.Parse).FirstOrDefault(t => t is not null), "time")
        ?? FromUrl(url);

    /// <summary>The day in an address such as <c>/2024/05/17/</c>.</summary>
    public static PublicationDate? FromUrl(string? url)
    {
        if (url is null)
            return null;
        var match = DayInPath().Match(url);
        return match.Success ? Of(DateText.Parse($"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}"), "url") : null;
    }

    private static DateTimeOffset? FirstMeta(HeadFacts facts)
    {
        foreach (var name in MetaNames)
        {
            if (DateText.Parse(facts.Meta(name)) is { } date)
                return date;
        }

        return null;
    }

    private static PublicationDate? Of(DateTimeOffset? at, string from) => at is { } date ? new PublicationDate(date, from) : null;

    [GeneratedRegex(@"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex DayInPath();
}
