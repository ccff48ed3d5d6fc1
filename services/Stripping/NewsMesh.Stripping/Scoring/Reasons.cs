using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>The short codes under which blocks are kept or dropped.</summary>
internal static class Reasons
{
    public const string Paragraph = "paragraph";
    public const string Heading = "heading";
    public const string Item = "item";
    public const string Lead = "lead";
    public const string Title = "title";
    public const string Links = "links";
    public const string Phrase = "phrase";
    public const string Label = "label";
    public const string Caption = "caption";
    public const string After = "after";
    public const string Before = "before";
    public const string Outside = "outside";
    public const string Repeated = "repeated";
    public const string Lonely = "lonely-heading";
    public const string Date = "date";
    public const string Byline = "byline";
    public const string Breadcrumb = "breadcrumb";
    public const string CrossLink = "cross-link";
    public const string Likely = "likely";
    public const string Unlikely = "unlikely";
    public const string Credit = "credit";
    public const string Unguided = "not-in-copy";

    private static readonly (Hints Hint, string Reason)[] ByHint =
    [
        (Hints.Hidden, "hidden"), (Hints.Comments, "comments"), (Hints.Related, "related"), (Hints.Share, "share"), (Hints.Advertisement, "advertisement"),
        (Hints.Promotion, "promotion"), (Hints.Notice, "notice"), (Hints.Navigation, "navigation"), (Hints.Footer, "footer"), (Hints.Header, "header"),
        (Hints.Sidebar, "sidebar"), (Hints.Caption, Caption), (Hints.Byline, Byline), (Hints.Date, Date), (Hints.Tags, "tags"), (Hints.Title, Title),
        (Hints.Embed, "embed"),
    ];

    /// <summary>The code for a block dropped for where it stands.</summary>
    public static string For(Hints hints)
    {
        foreach (var (hint, reason) in ByHint)
        {
            if ((hints & hint) != 0)
                return reason;
        }

        return Outside;
    }
}
