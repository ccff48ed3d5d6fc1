namespace NewsMesh.Stripping.Blocks;

/// <summary>A run of text with no block-level break in it, and what is measured on it.</summary>
/// <param name="text">White space collapsed.</param>
/// <param name="kind">What the mark-up says it is.</param>
/// <param name="region">Index of the innermost region, -1 in plain text.</param>
/// <param name="marks">What the inline mark-up says of its letters; all zero in plain text.</param>
internal sealed class Block(string text, BlockKind kind, int region, InlineMarks marks = default)
{
    public string Text { get; } = text;

    public BlockKind Kind { get; } = kind;

    /// <summary>Index of the innermost region, -1 in plain text.</summary>
    public int Region { get; } = region;

    /// <summary>Letters and digits; a Chinese, Japanese or Korean character counts as <see cref="TextMeasure.IdeographLetters"/>.</summary>
    public int Letters { get; } = TextMeasure.Letters(text);

    public InlineMarks Marks { get; } = marks;

    /// <summary>Share of the letters that are in links, 0 to 1.</summary>
    public double LinkDensity => Share(Marks.LinkLetters);

    /// <summary>Whether the text ends as a sentence does.</summary>
    public bool EndsSentence { get; } = TextMeasure.EndsSentence(text);

    public Verdict Verdict { get; set; } = Verdict.Undecided;

    /// <summary>The rules' verdict on the block alone, before its place among the others counted.</summary>
    public Verdict OwnVerdict { get; set; } = Verdict.Undecided;

    public double Score { get; set; }

    /// <summary>How likely the model takes it to be part of the article, 0 to 1; 0 for blocks it was not asked for.</summary>
    public double Probability { get; set; }

    /// <summary>A number of letters as a share of all, 0 to 1.</summary>
    public double Share(int letters) => Letters == 0 ? 0 : Math.Min(1, (double)letters / Letters);
}
