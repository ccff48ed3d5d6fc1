namespace NewsMesh.Stripping.Blocks;

/// <summary>A run of text with no block-level break in it, and what is measured on it.</summary>
internal sealed class Block(string text, BlockKind kind, int region, int linkLetters)
{
    public string Text { get; } = text;

    public BlockKind Kind { get; } = kind;

    /// <summary>Index of the innermost region, -1 in plain text.</summary>
    public int Region { get; } = region;

    /// <summary>Letters and digits; a Chinese, Japanese or Korean character counts as <see cref="TextMeasure.IdeographLetters"/>.</summary>
    public int Letters { get; } = TextMeasure.Letters(text);

    /// <summary>Share of the letters that are in links, 0 to 1.</summary>
    public double LinkDensity => Letters == 0 ? 0 : Math.Min(1, (double)linkLetters / Letters);

    /// <summary>Whether the text ends as a sentence does.</summary>
    public bool EndsSentence { get; } = TextMeasure.EndsSentence(text);

    public Verdict Verdict { get; set; } = Verdict.Undecided;

    public double Score { get; set; }
}
