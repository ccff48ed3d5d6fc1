namespace NewsMesh.Stripping.Scoring;

/// <summary>The tuned numbers of block scoring, in letters of prose unless said otherwise.</summary>
internal static class Weights
{
    /// <summary>A block that ends as a sentence and has this many letters is prose: shorter ones are as often slogans.</summary>
    public const int SentenceLetters = 40;

    /// <summary>A block this long is prose even without an end mark.</summary>
    public const int LongLetters = 140;

    /// <summary>Prose beyond this counts no more, or one long block (a licence text) outweighs an article.</summary>
    public const int MostLetters = 1500;

    /// <summary>Share of linked letters from which a block is navigation. Prose with many references stays below 0.5.</summary>
    public const double LinkedShare = 0.5;

    /// <summary>Share of linked letters below which a fragment is no menu entry.</summary>
    public const double FewLinks = 0.2;

    /// <summary>What a letter of an unlinked fragment in paragraph mark-up is worth: enough to hold lists in articles, not to lead to slogans.</summary>
    public const double FragmentShare = 0.25;

    /// <summary>An article element with fewer letters of prose is a teaser.</summary>
    public const double ArticleProse = 300;

    /// <summary>What one link or label costs the region that holds it: more makes regions tighter and loses list-heavy articles.</summary>
    public const double LabelCost = 12;

    /// <summary>What a heading costs: nearly nothing, articles are full of them, and so are teaser lists.</summary>
    public const double HeadingCost = 4;

    /// <summary>What a block in a negatively hinted region costs, as a share of its letters.</summary>
    public const double HintedShare = 0.25;

    /// <summary>A negative hint on a region with more than this share of the page's prose describes the layout, not the content.</summary>
    public const double LayoutShare = 0.6;

    /// <summary>How much a region named as the article's text is worth over an unnamed one with the same blocks.</summary>
    public const double BodyBonus = 1.15;

    /// <summary>The same for one named as an article.</summary>
    public const double ArticleBonus = 1.05;

    /// <summary>What is left of a block's worth under a name that is as often given to parts of articles.</summary>
    public const double WeakHintedShare = 0.4;

    /// <summary>Repeats at least this long are pull quotes and second copies; shorter ones are questions of an interview.</summary>
    public const int RepeatLetters = 200;
}
