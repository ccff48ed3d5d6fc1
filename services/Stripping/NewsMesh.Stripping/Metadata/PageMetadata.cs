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
        var site = facts.Meta("og:site_name", "application-name") ?? data?.Publisher;
        var published = PublicationDate.Find(facts, data, url);
        var article = new StrippedArticle
        {
            Title = Titles.Choose(facts, data, site, blocks),
            Byline = Bylines.Choose(facts, data, site),
            PublishedAt = published?.At,
            PublishedAtFrom = published?.From,
            ModifiedAt = DateText.Parse(data?.Modified) ?? DateText.Parse(facts.Meta("article:modified_time", "og:updated_time", "dateModified", "last-modified")),
            Language = Languages.Primary(facts.Language, facts.Meta("content-language", "language", "dc.language", "inLanguage"), data?.Language, facts.Meta("og:locale")),
            SiteName = site,
            Section = facts.Meta("article:section", "og:article:section", "parsely-section") ?? data?.Section,
            LeadImage = Addresses.Absolute(facts.Meta("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src") ?? data?.Image, url),
        };
        return new PageMetadata(article, data?.Body);
    }
}
