namespace NewsMesh.Stripping.Blocks;

/// <summary>What an element's name, class, id and role say about its content.</summary>
[Flags]
internal enum Hints
{
    None = 0,

    /// <summary>Holds the article, perhaps with more around it.</summary>
    Article = 1 << 0,

    /// <summary>Holds the article's text.</summary>
    Body = 1 << 1,

    /// <summary>The standfirst.</summary>
    Lead = 1 << 2,
    Navigation = 1 << 3,
    Comments = 1 << 4,
    Related = 1 << 5,
    Share = 1 << 6,
    Promotion = 1 << 7,
    Advertisement = 1 << 8,
    Footer = 1 << 9,
    Header = 1 << 10,
    Sidebar = 1 << 11,
    Caption = 1 << 12,
    Byline = 1 << 13,
    Date = 1 << 14,
    Tags = 1 << 15,
    Notice = 1 << 16,
    Hidden = 1 << 17,
    Title = 1 << 18,
    Embed = 1 << 19,

    /// <summary>All that speak against a block.</summary>
    Negative = Navigation | Comments | Related | Share | Promotion | Advertisement | Footer | Header | Sidebar | Caption | Byline | Date
        | Tags | Notice | Hidden | Title | Embed,
}
