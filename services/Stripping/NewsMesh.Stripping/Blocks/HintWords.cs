using System.Collections.Frozen;

namespace NewsMesh.Stripping.Blocks;

/// <summary>Words of class names, ids, roles and item properties, and what they hint at.</summary>
internal static class HintWords
{
    /// <summary>Whole words, lower case. A name is cut at anything but letters and at camel-case humps.</summary>
    public static readonly FrozenDictionary<string, Hints> Words = Build(
        (Hints.Navigation, "nav navigation navbar menu submenu breadcrumb breadcrumbs pagination pager paging paginator toc topbar toolbar skip search searchbox submenu dropdown pagenav"),
        (Hints.Comments, "comment comments kommentar kommentare kommentarer commentaires commentaire comentarios disqus respond reply replies commentlist livefyre discussion fyre"),
        (Hints.Related, "related relatedposts relacionadas relacionados verwandte recommended recommendation recommendations recommend empfehlungen teaser teasers outbrain taboola zergnet popular trending readmore moreover mostread jp yarpp more similar carousel readalso seealso alsoread crosslinks linklist latest headlines promobox interlink"),
        (Hints.Share, "share sharing shares sharebar social socials addthis sharedaddy addtoany sociable shariff facebook twitter whatsapp pinterest follow followus likes like"),
        (Hints.Promotion, "promo promos promotion newsletter subscribe subscription abo signup donate donation paywall upsell cta offer abonnement registration login mailchimp optin poll quiz gewinnspiel"),
        (Hints.Advertisement, "ad ads adv advert adverts advertisement advertising adsense sponsor sponsored sponsors anzeige werbung banner dfp gpt reklama publicidad commercial"),
        (Hints.Footer, "footer foot colophon copyright disclaimer imprint impressum bottombar pagefooter legal"),
        (Hints.Header, "masthead siteheader"),
        (Hints.Sidebar, "sidebar aside sidecolumn widget widgets rail complementary rightcol leftcol marginal marginalie"),
        (Hints.Caption, "caption captions figcaption credit credits photocredit bildunterschrift bildnachweis legende imagecaption gallery slideshow lightbox copyrights imagecopyright quelle thumbnail thumb photo"),
        (Hints.Byline, "byline author authors autor autoren auteur vcard authorbox bio writer reporter contributor verfasser autorin redakteur aboutauthor"),
        (Hints.Date, "date datetime timestamp pubdate published dateline postdate posted updated datum meta postmeta entrymeta metadata metas info infos postinfo kicker overline eyebrow dachzeile"),
        (Hints.Tags, "tag tags taglist keywords topics categories category tagcloud schlagworte rubrik postmetadata"),
        (Hints.Notice, "cookie cookies consent gdpr dsgvo privacy noscript alert modal popup overlay tooltip warning lightbox"),
        (Hints.Embed, "tweet instagram embed infobox factbox video player audio podcast"),
        (Hints.Hidden, "invisible screenreader sronly offscreen visuallyhidden rolloverblock hovercard tooltiptext tooltipcontent popovercontent popoverbody"),
        (Hints.Title, "headline posttitle entrytitle articletitle"),
        (Hints.Lead, "lead lede standfirst intro vorspann teasertext subheadline subtitle deck dek abstract chapo excerpt summary"),
        (Hints.Article, "article hentry story post beitrag artikel articulo blogpost"),
        (Hints.Body, "articlebody entrycontent postcontent storybody articletext articlecontent storycontent postbody maincontent bodytext storytext contentbody fulltext articlecopy artikeltext singlecontent contentarticle newsbody newstext articlefulltext postentry articlemain textbody articledetail"));

    private static FrozenDictionary<string, Hints> Build(params (Hints Hint, string Words)[] rows)
    {
        var words = new Dictionary<string, Hints>(StringComparer.Ordinal);
        foreach (var (hint, list) in rows)
        {
            foreach (var word in list.Split(' '))
                words[word] = words.GetValueOrDefault(word) | hint;
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
