using System.Collections.Frozen;

namespace NewsMesh.Stripping.Blocks;

/// <summary>What each HTML element means for cutting a page into blocks.</summary>
internal static class ElementKinds
{
    private static readonly FrozenSet<string> Block = FrozenSet.ToFrozenSet(
    [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "legend", "li",
        "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ]);

    private static readonly FrozenSet<string> Unread = FrozenSet.ToFrozenSet(
    [
        "applet", "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "map", "math", "noembed", "noframes",
        "noscript", "object", "option", "picture", "script", "select", "style", "svg", "template", "textarea", "title", "video",
    ]);

    /// <summary>Whether the element starts a block of its own.</summary>
    public static bool IsBlock(string tag) => Block.Contains(tag);

    /// <summary>Whether nothing in the element is text of the page.</summary>
    public static bool IsUnread(string tag) => Unread.Contains(tag);

    /// <summary>Whether the element shows a picture, a film or a frame.</summary>
    public static bool IsMedia(string tag) => tag is "img" or "picture" or "video" or "audio" or "iframe" or "svg" or "object" or "embed";

    /// <summary>The kind of a block straight in a region: what the nearest telling element around it says.</summary>
    public static BlockKind KindOf(List<Region> regions, int region)
    {
        var paragraph = false;
        for (var at = region; at >= 0; at = regions[at].Parent)
        {
            switch (regions[at].Tag)
            {
                case "p":
                    paragraph = true;
                    break;
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    return BlockKind.Heading;
                case "li" or "dt" or "dd":
                    return BlockKind.Item;
                case "blockquote":
                    return BlockKind.Quote;
                case "pre":
                    return BlockKind.Code;
                case "tr" when !paragraph:
                    return BlockKind.Row;
                case "figcaption" or "figure" or "caption":
                    return BlockKind.Caption;
                case "div" or "section" or "article" or "main" or "body" or "td" or "aside":
                    if (regions[at].Tag != "td")
                        return paragraph ? BlockKind.Paragraph : BlockKind.Text;
                    break;
            }
        }

        return paragraph ? BlockKind.Paragraph : BlockKind.Text;
    }
}
