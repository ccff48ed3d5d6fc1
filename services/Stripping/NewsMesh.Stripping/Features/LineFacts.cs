using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Features;

/// <summary>Sums over the lines of a plain text, and rows of lines that look alike: what elements tell of a page, lines have to tell by their looks.</summary>
internal sealed class LineFacts
{
    /// <summary>Rows whose like lines are up to so many apart: a teaser is a headline, a summary and a date.</summary>
    public const int MostApart = 4;

    private const int ShortLine = 60;
    private const int LongLine = 180;
    private const int LongestName = 40;

    private readonly RunningSums _sentences;
    private readonly RunningSums _times;
    private readonly RunningSums _labels;
    private readonly RunningSums _enders;
    private readonly RunningSums _lengths;
    private readonly int[][] _alike = new int[MostApart][];
    private readonly List<string> _authors = [];

    public LineFacts(PageFacts facts)
    {
        var count = facts.Blocks.Count;
        (_sentences, _times, _labels, _enders, _lengths) = (new(count), new(count), new(count), new(count), new(count));
        for (var i = 0; i < count; i++)
        {
            var block = facts.Blocks[i];
            var shape = facts.Shape(i);
            var sentence = block.EndsSentence || block.IsProse;
            _sentences.Add(i, sentence ? 1 : 0);
            _labels.Add(i, sentence ? 0 : 1);
            _times.Add(i, block.Letters < ShortLine && shape.Digits > 0 && shape.Of(WordClass.Time) > 0 ? 1 : 0);
            _enders.Add(i, block.IsEnder ? 1 : 0);
            _lengths.Add(i, Math.Log2(1 + block.Letters));
            if (facts.IsByline(i) && block.Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && block.Text.Length - space <= LongestName && _authors.Count < MostApart)
                _authors.Add(block.Text[(space + 1)..]);
        }

        (Numbering, Mix) = (new Numbering(facts.Blocks), new LineMix(facts));
        int[] looks = [.. facts.Blocks.Select(Look)];
        for (var apart = 1; apart <= MostApart; apart++)
            _alike[apart - 1] = Rows(looks, apart);
    }

    /// <summary>Lines that look alike in the row around a line, each <paramref name="apart"/> from the next.</summary>
    public int Alike(int at, int apart) => _alike[apart - 1][at];

    /// <summary>Lines that count up.</summary>
    public Numbering Numbering { get; }

    /// <summary>What the lines around each line are made of.</summary>
    public LineMix Mix { get; }

    /// <summary>Share of the lines in [first, end) that are sentences; -1 for no lines.</summary>
    public double Sentences(int first, int end) => _sentences.Mean(first, end);

    /// <summary>Share of the lines in [first, end) that are dates or times.</summary>
    public double Times(int first, int end) => _times.Mean(first, end);

    /// <summary>Mean of the binary logarithms of the lines' letters in [first, end).</summary>
    public double Lengths(int first, int end) => _lengths.Mean(first, end);

    /// <summary>Lines in [first, end) that are no sentences.</summary>
    public double Labels(int first, int end) => _labels.Sum(first, end);

    /// <summary>Lines in [first, end) that head what follows an article.</summary>
    public double Enders(int first, int end) => _enders.Sum(first, end);

    /// <summary>2 for a line that begins with an author's name, 1 for one that holds it, -1 where no author is known.</summary>
    public int Author(string line)
    {
        var found = _authors.Count == 0 ? -1 : 0;
        foreach (var name in _authors)
            found = Math.Max(found, line.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? 2 : line.Contains(name, StringComparison.OrdinalIgnoreCase) ? 1 : 0);
        return found;
    }

    private static int Look(Block block)
    {
        var length = block.Letters <= ShortLine / 4 ? 0 : block.Letters <= ShortLine ? 1 : block.Letters <= LongLine / 2 ? 2 : block.Letters <= LongLine ? 3 : 4;
        return (length * 8) + (block.EndsSentence ? 4 : 0) + (char.IsDigit(block.Text[0]) ? 2 : 0) + (block.Text.AsSpan().ContainsAnyInRange('0', '9') ? 1 : 0);
    }

    private static int[] Rows(int[] looks, int apart)
    {
        var rows = new int[looks.Length];
        for (var i = 0; i < looks.Length; i++)
            rows[i] = i >= apart && looks[i] == looks[i - apart] ? rows[i - apart] + 1 : 1;
        for (var i = looks.Length - 1 - apart; i >= 0; i--)
            rows[i] = looks[i] == looks[i + apart] ? rows[i + apart] : rows[i];
        return rows;
    }
}
