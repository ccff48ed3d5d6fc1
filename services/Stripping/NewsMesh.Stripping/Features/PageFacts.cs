using System.Runtime.InteropServices;
using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Metadata;
using NewsMesh.Stripping.PlainText;
using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.Features;

/// <summary>What the features of a page's blocks are read from: measures of each block and sums over the page, each made once.</summary>
internal sealed class PageFacts
{
    private const int LongestDate = 60;
    private const int LongestHeading = 80;

    private readonly TextShape?[] _shapes;
    private readonly double[] _proseBefore;
    private readonly double[] _keptBefore;
    private readonly int[] _keptCount;

    /// <param name="blocks">The page's blocks, with the rules' verdicts.</param>
    /// <param name="regions">Its regions; plain text has none.</param>
    /// <param name="title">The headline, where one is known.</param>
    public PageFacts(IReadOnlyList<Block> blocks, IReadOnlyList<Region> regions, string? title)
    {
        Title = title is null ? null : new TitleWords(title);
        Blocks = blocks;
        IsPlainText = regions.Count == 0;
        Containers = new Containers(blocks, regions);
        Cards = new Cards(blocks, regions);
        var count = blocks.Count;
        _shapes = new TextShape?[count];
        PreviousProse = new int[count];
        NextProse = new int[count];
        LastEnder = new int[count];
        LastHeading = new int[count];
        _proseBefore = new double[count + 1];
        _keptBefore = new double[count + 1];
        _keptCount = new int[count + 1];
        Measure();
        Certain = CertainBlocks.Of(this);
        foreach (var block in blocks)
            CollectionsMarshal.GetValueRefOrAddDefault(Repeats, block.Text, out _)++;
    }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Words of the headline; null where none is known.</summary>
    public TitleWords? Title { get; }

    /// <summary>Whether the blocks are lines without elements.</summary>
    public bool IsPlainText { get; }

    public Containers Containers { get; }

    public Cards Cards { get; }

    /// <summary>Whether no model needs to be asked of a block.</summary>
    public bool[] Certain { get; }

    /// <summary>Index of the nearest prose before each block, -1 where there is none.</summary>
    public int[] PreviousProse { get; }

    /// <summary>Index of the nearest prose after each block, the number of blocks where there is none.</summary>
    public int[] NextProse { get; }

    /// <summary>Index of the last ender at or before each block, -1 where there is none.</summary>
    public int[] LastEnder { get; }

    /// <summary>Index of the last heading before each block, -1 where there is none: an element, or a short line in bold.</summary>
    public int[] LastHeading { get; }

    /// <summary>How often each text occurs.</summary>
    public Dictionary<string, int> Repeats { get; } = new(StringComparer.Ordinal);

    /// <summary>First and last block that the rules keep; -1 where there is none.</summary>
    public int FirstKept { get; private set; } = -1;

    public int LastKept { get; private set; } = -1;

    public double ProseIn(int first, int end) => _proseBefore[Clamp(end)] - _proseBefore[Clamp(first)];

    /// <summary>Letters that the rules keep in [first, end).</summary>
    public double KeptIn(int first, int end) => _keptBefore[Clamp(end)] - _keptBefore[Clamp(first)];

    /// <summary>Blocks that the rules keep in [first, end).</summary>
    public int KeptCount(int first, int end) => _keptCount[Clamp(end)] - _keptCount[Clamp(first)];

    public TextShape Shape(int block) => _shapes[block] ??= new TextShape(Blocks[block].Text);

    public bool IsDate(int block) =>
        Blocks[block].Text.Length <= LongestDate && Blocks[block].Text.AsSpan().ContainsAnyInRange('0', '9') && DateText.Parse(Blocks[block].Text) is not null;

    public bool IsByline(int block) => ByLine.IsByline(Blocks[block].Text);

    private bool IsHeading(int at)
    {
        var block = Blocks[at];
        if (block.Region < 0)
            return IsHeadingLine(at);
        return block.Kind == BlockKind.Heading || (block.Letters <= LongestHeading && block.Share(block.Marks.StrongLetters) > 0.9);
    }

    // In plain text a heading is told by its length and by what follows.
    private bool IsHeadingLine(int at) =>
        Blocks[at].Kind == BlockKind.Text && Blocks[at].Letters <= LongestHeading && !Blocks[at].EndsSentence
        && at + 1 < Blocks.Count && (Blocks[at + 1].IsProse || Blocks[at + 1].EndsSentence);

    private int Clamp(int index) => Math.Clamp(index, 0, Blocks.Count);

    private void Measure()
    {
        var ender = -1;
        var prose = -1;
        var heading = -1;
        for (var i = 0; i < Blocks.Count; i++)
        {
            var block = Blocks[i];
            LastEnder[i] = ender = block.IsEnder ? i : ender;
            LastHeading[i] = heading;
            heading = IsHeading(i) ? i : heading;
            PreviousProse[i] = prose;
            prose = block.IsProse ? i : prose;
            var kept = block.Verdict.Kept;
            _proseBefore[i + 1] = _proseBefore[i] + (block.IsProse ? block.Letters * (1 - block.LinkDensity) : 0);
            _keptBefore[i + 1] = _keptBefore[i] + (kept ? block.Letters : 0);
            _keptCount[i + 1] = _keptCount[i] + (kept ? 1 : 0);
            if (!kept)
                continue;
            FirstKept = FirstKept < 0 ? i : FirstKept;
            LastKept = i;
        }

        var next = Blocks.Count;
        for (var i = Blocks.Count - 1; i >= 0; i--)
        {
            NextProse[i] = next;
            next = Blocks[i].IsProse ? i : next;
        }
    }
}
