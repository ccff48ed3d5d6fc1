namespace NewsMesh.Entities.Text;

/// <summary>
/// Tells lines wrapped by hand from lines that end by themselves (headings, items, rows of tables): a line was wrapped if the
/// next word would not have fitted into the paragraph's width.
/// </summary>
internal sealed class LineWidths
{
    // Mail and agency copy wraps at 65 to 80 characters: a paragraph with no such line is not wrapped, and a longer line is a
    // paragraph by itself.
    private const int MinWrapped = 50;
    private const int MaxWrapped = 100;

    private readonly List<(int End, int Width)> _paragraphs = [];

    public LineWidths(string text)
    {
        var width = 0;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            length = length < 0 ? text.Length - start : length;
            var trimmed = text.AsSpan(start, length).TrimEnd().Length;
            width = trimmed <= MaxWrapped ? Math.Max(width, trimmed) : width;
            start += length + (text.AsSpan(start + length).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
            if (trimmed == 0 || start >= text.Length)
            {
                _paragraphs.Add((Math.Min(start, text.Length), width));
                width = 0;
            }
        }
    }

    /// <summary>Whether the line from <paramref name="start"/> to <paramref name="end"/> was wrapped before a word of <paramref name="nextLength"/>.</summary>
    public bool IsWrapped(int start, int end, int nextLength)
    {
        var length = end - start;
        return length is >= MinWrapped and <= MaxWrapped && length + 1 + nextLength > Width(start);
    }

    private int Width(int at)
    {
        var (low, high) = (0, _paragraphs.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _paragraphs[middle].End > at ? (low, middle) : (middle + 1, high);
        }

        return _paragraphs[low].Width;
    }
}
