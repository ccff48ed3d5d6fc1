using AngleSharp.Html.Dom;
using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Metadata;

/// <summary>Everything a page tells of its article but the text, and its own copy of the text where it carries one.</summary>
internal sealed record PageMetadata(StrippedArticle Article, string? Body)
{
    public static PageMetadata Read(IHtmlDocument document, List<Block> blocks, string? url, CancellationToken cancellationToken)
    {
        var facts = HeadFacts.Collect(document, cancellationToken);
        var data = JsonLd.Read(facts.Scripts);
        var site = Source.First((facts.Meta("og:site_name", "application-name"), Source.Meta), (data?.Publisher, Source.JsonLd));
        var title = Titles.Choose(facts, data, site?.Value, blocks);
        var byline = Bylines.Choose(facts, data, site?.Value);
        var published = PublicationDate.Find(facts, data, url);
        var modified = Modified(facts, data);
        var language = Language(facts, data);
        var section = Source.First((facts.Meta("article:section", "og:article:section", "parsely-section"), Source.Meta), (data?.Section, Source.JsonLd));
        var image = Source.First(
            (facts.Meta("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"), Source.Meta), (data?.Image, Source.JsonLd));
        var canonical = Source.First((facts.Canonical, Source.Link), (facts.Meta("og:url"), Source.Meta));
        var article = new StrippedArticle
        {
            Title = title?.Value,
            Byline = byline?.Value ?? [],
            PublishedAt = published?.At,
            PublishedAtFrom = published?.From,
            ModifiedAt = modified?.Value,
            Language = language?.Value,
            SiteName = site?.Value,
            Section = section?.Value,
            LeadImage = Addresses.Absolute(image?.Value, url),
            CanonicalUrl = Addresses.Absolute(canonical?.Value, url),
        };
        (string Field, string? From, object? Value)[] sources =
        [
            ("title", title?.From, article.Title), ("byline", byline?.From, byline), ("publishedAt", published?.From, published), ("modifiedAt", modified?.From, modified),
            ("language", language?.From, language), ("siteName", site?.From, site), ("section", section?.From, section), ("leadImage", image?.From, article.LeadImage),
            ("canonicalUrl", canonical?.From, article.CanonicalUrl),
        ];
        return new PageMetadata(article with { Sources = sources.Where(s => s.Value is not null).ToDictionary(s => s.Field, s => s.From!) }, data?.Body);
    }

    private static Sourced<DateTimeOffset>? Modified(HeadFacts facts, JsonLd? data)
    {
        if (DateText.Parse(data?.Modified) is { } stated)
            return new(stated, Source.JsonLd);
        return DateText.Parse(facts.Meta("article:modified_time", "og:updated_time", "dateModified", "last-modified")) is { } tagged
            ? new(tagged, Source.Meta)
            : null;
    }

    private static Sourced<string>? Language(HeadFacts facts, JsonLd? data) => Source.First(
        (Languages.Primary(facts.Language), Source.Html), (Languages.Primary(facts.Meta("content-language", "language", "dc.language", "inLanguage")), Source.Meta),
        (Languages.Primary(data?.Language), Source.JsonLd), (Languages.Primary(facts.Meta("og:locale")), Source.Meta));
}
