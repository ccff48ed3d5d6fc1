using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Features;

/// <summary>What the letters of one block look like: counts that hold in any language, and of words by what they are about.</summary>
internal sealed class TextShape
{
    // The first words tell what a block is; a long one is told by its length.
    private const int Reach = 700;
    private const int LongestWord = 24;

    private readonly byte[] _classes = new byte[WordClasses.Count];

    public TextShape(string text)
    {
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        var reach = Math.Min(text.Length, Reach);
        for (var i = 0; i <= reach; i++)
        {
            var c = i < reach ? text[i] : ' ';
            if (char.IsLetterOrDigit(c) || (c == '-' && length > 0))
            {
                if (length < LongestWord)
                    word[length] = char.ToLowerInvariant(c);
                length++;
                Count(c);
                continue;
            }

            if (length > 0)
                TakeWord(word[..Math.Min(length, LongestWord)], char.IsUpper(text[i - length]));
            length = 0;
            CountMark(c);
        }
    }

    public int Words { get; private set; }

    public int Capitalized { get; private set; }

    public int Digits { get; private set; }

    public int Upper { get; private set; }

    public int Lower { get; private set; }

    public int Ideographs { get; private set; }

    public int Commas { get; private set; }

    public int Stops { get; private set; }

    public int Bars { get; private set; }

    public int Quotes { get; private set; }

    public int Brackets { get; private set; }

    public int Ats { get; private set; }

    /// <summary>How many words of a class the block has.</summary>
    public int Of(WordClass wordClass) => _classes[(int)wordClass];

    private void TakeWord(ReadOnlySpan<char> word, bool capitalized)
    {
        Words++;
        if (capitalized)
            Capitalized++;
        var classes = WordClasses.Of(word);
        for (var i = 0; classes != 0; i++, classes >>= 1)
        {
            if ((classes & 1) != 0 && _classes[i] < byte.MaxValue)
                _classes[i]++;
        }
    }

    private void Count(char c)
    {
        if (char.IsDigit(c))
            Digits++;
        else if (char.IsUpper(c))
            Upper++;
        else if (char.IsLower(c))
            Lower++;
        else if (TextMeasure.IsIdeograph(c))
            Ideographs++;
    }

    private void CountMark(char c)
    {
        switch (c)
        {
            case ',' or '，' or '、' or '،':
                Commas++;
                break;
            case '.' or '!' or '?' or '。' or '！' or '？' or '؟' or '।':
                Stops++;
                break;
            case '|' or '·' or '•' or '/' or '>' or '›' or '»':
                Bars++;
                break;
            case '"' or '“' or '”' or '„' or '«' or '‘' or '’':
                Quotes++;
                break;
            case '(' or '[' or '（':
                Brackets++;
                break;
            case '@':
                Ats++;
                break;
        }
    }
}
