using System.Buffers;

namespace NewsMesh.Dedup.Normalization;

/// <summary>
/// Reads an article once: its letters and digits, folded as <see cref="TextNormalizer"/> does, and its figures with the places
/// where they stand. Two reports from one template share nearly every word and differ in these.
/// </summary>
internal sealed class ArticleScanner : IDisposable
{
    private const int LongestFigure = 32;
    private const int LongestFigureWord = 9;

    private readonly int _maxCharacters;
    private readonly List<Figure> _figures = [];
    private char[] _letters;
    private int _length;

    public ArticleScanner(string title, string text, int maxCharacters)
    {
        _maxCharacters = maxCharacters;
        title = TextNormalizer.Decompose(title, maxCharacters);
        text = TextNormalizer.Decompose(text, maxCharacters);
        _letters = ArrayPool<char>.Shared.Rent(Math.Max(16, (title.Length + text.Length) * TextNormalizer.LongestFolding));
        Scan(title);
        TitleLength = _length;
        Scan(text);
    }

    /// <summary>The letters and digits of title and text, folded; at most the limit given.</summary>
    public ReadOnlySpan<char> Letters => _letters.AsSpan(0, _length);

    /// <summary>Letters and digits of the title.</summary>
    public int TitleLength { get; private set; }

    /// <summary>In the order of the text, repeats included.</summary>
    public IReadOnlyList<Figure> Figures => _figures;

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_letters);
        _letters = [];
    }

    /// <summary>Takes passages out, with their figures; what follows moves up.</summary>
    /// <param name="passages">First letter and the one after the last of each, ascending and apart.</param>
    public void Remove(IReadOnlyList<(int Start, int End)> passages)
    {
        var (kept, at, figures, figure, title) = (0, 0, 0, 0, TitleLength);
        foreach (var (start, end) in passages.Append((_length, _length)))
        {
            for (; figure < _figures.Count && _figures[figure].Position < start; figure++)
                _figures[figures++] = _figures[figure] with { Position = _figures[figure].Position - at + kept };
            while (figure < _figures.Count && _figures[figure].Position < end)
                figure++;
            _letters.AsSpan(at, start - at).CopyTo(_letters.AsSpan(kept));
            kept += start - at;
            title -= Math.Max(0, Math.Min(end, TitleLength) - start);
            at = end;
        }

        _figures.RemoveRange(figures, _figures.Count - figures);
        (_length, TitleLength) = (kept, title);
    }

    private void Scan(string text)
    {
        Span<char> figure = stackalloc char[LongestFigure];
        var (figureLength, inWord, inFigure, start) = (0, false, false, 0);
        for (var i = 0; i < text.Length && _length < _maxCharacters; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c) && !inWord)
            {
                if (!inFigure)
                    (inFigure, start, figureLength) = (true, _length, 0);
                if (figureLength < figure.Length)
                    figure[figureLength++] = c;
                _letters[_length++] = c;
                continue;
            }

            var before = _length;
            _length += TextNormalizer.FoldOne(c, _letters.AsSpan(_length));
            if (_length > before)
            {
                if (inFigure)
                    EndFigure(figure[..figureLength], start);
                if (!inWord)
                    start = before;
                (inWord, inFigure) = (true, false);
            }
            else if (inFigure && JoinsDigits(text, i))
            {
                if (c != ',' && figureLength < figure.Length)
                    figure[figureLength++] = c;
            }
            else if (!TextNormalizer.IsInvisible(c))
            {
                if (inFigure)
                    EndFigure(figure[..figureLength], start);
                else if (inWord)
                    EndWord(start);
                (inWord, inFigure) = (false, false);
            }
        }

        if (inFigure)
            EndFigure(figure[..figureLength], start);
        else if (inWord)
            EndWord(start);
        _length = Math.Min(_length, _maxCharacters);
    }

    private void EndFigure(ReadOnlySpan<char> figure, int start) => _figures.Add(new Figure(Figure.CodeOf(figure, isDay: false), start));

    private void EndWord(int start)
    {
        if (_length - start is < 3 or > LongestFigureWord)
            return;
        var figure = Figure.OfWord(_letters.AsSpan(start, _length - start));
        if (figure.Length > 0)
            _figures.Add(new Figure(Figure.CodeOf(figure, char.IsAsciiLetter(figure[0])), start));
    }

    private static bool JoinsDigits(ReadOnlySpan<char> text, int i) =>
        text[i] is '.' or ',' or ':' or '/' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);
}
