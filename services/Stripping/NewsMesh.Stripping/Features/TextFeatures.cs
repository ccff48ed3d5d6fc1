using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.Features;

/// <summary>Features of a block's own text, in HTML and plain text alike.</summary>
internal static class TextFeatures
{
    public static void Add(ref FeatureRow row, PageFacts facts, int at)
    {
        var block = facts.Blocks[at];
        var shape = facts.Shape(at);
        var words = Math.Max(1, shape.Words);
        row.Add("letters", Math.Log2(1 + block.Letters));
        row.Add("words", shape.Words);
        row.Add("word length", (double)(shape.Upper + shape.Lower) / words);
        row.Add("capitalized", (double)shape.Capitalized / words);
        row.Add("upper", (double)shape.Upper / Math.Max(1, shape.Upper + shape.Lower));
        row.Add("digits", (double)shape.Digits / Math.Max(1, block.Text.Length));
        row.Add("ideographs", (double)shape.Ideographs / Math.Max(1, block.Text.Length));
        row.Add("commas", (double)shape.Commas / words);
        row.Add("stops", shape.Stops);
        row.Add("stops per word", (double)shape.Stops / words);
        row.Add("bars", shape.Bars);
        row.Add("quotes", shape.Quotes);
        row.Add("brackets", shape.Brackets);
        row.Add("ats", shape.Ats);
        row.Add("ends sentence", block.EndsSentence);
        row.Add("ends with colon", block.Text[^1] is ':' or '：');
        row.Add("ends with question", block.Text[^1] is '?' or '？');
        row.Add("ends cut", block.Text[^1] is '…' || block.Text.EndsWith("...", StringComparison.Ordinal));
        row.Add("starts lower", char.IsLower(block.Text[0]));
        row.Add("starts", Start(block.Text[0]));
        row.Add("prose", facts.Prose[at]);
        row.Add("notice", facts.Notice[at]);
        row.Add("ender", facts.Ender[at]);
        row.Add("credit line", CreditLine.Is(block.Text));
        row.Add("picture credit", PhraseCues.NamesPicture(block.Text));
        row.Add("clock", block.Letters < 40 && shape.Of(WordClass.Time) > 0 && shape.Digits > 0);
        row.Add("date", facts.IsDate(at));
        row.Add("byline", facts.IsByline(at));
        row.Add("repeats", facts.Repeats[block.Text]);
        for (var i = 0; i < WordClasses.Count; i++)
        {
            var count = shape.Of((WordClass)i);
            row.Add(Names[i], count);
            row.Add(Shares[i], (double)count / words);
        }
    }

    private static readonly string[] Names = [.. Enum.GetNames<WordClass>().Select(n => "words: " + n)];

    private static readonly string[] Shares = [.. Enum.GetNames<WordClass>().Select(n => "share: " + n)];

    private static int Start(char c) => c switch
    {
        '(' or '[' => 1,
        '"' or '“' or '„' or '«' or '‘' or '\'' or '」' => 2,
        '-' or '–' or '—' or '•' or '*' or '·' or '►' or '▶' or '→' or '>' or '»' => 3,
        '©' => 4,
        _ when char.IsDigit(c) => 5,
        _ => 0,
    };
}
