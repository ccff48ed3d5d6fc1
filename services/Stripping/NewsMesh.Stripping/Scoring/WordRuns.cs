using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Hashes of runs of words, case and punctuation aside; an ideograph is a word of its own. Enumerates without allocating.</summary>
/// <param name="text">Where the words are.</param>
/// <param name="length">Words in a run, 1 to 3.</param>
internal ref struct WordRuns(ReadOnlySpan<char> text, int length)
{
    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private int _words;
    private (uint First, uint Second, uint Third) _recent;

    /// <summary>The FNV-1a hash of the run.</summary>
    public int Current { get; private set; }

    public readonly WordRuns GetEnumerator() => this;

    public bool MoveNext()
    {
        while (NextWord() is { } word)
        {
            _recent = (_recent.Second, _recent.Third, word);
            if (++_words < length)
                continue;
            Current = unchecked((int)Combine());
            return true;
        }

        return false;
    }

    private readonly uint Combine()
    {
        var hash = Seed;
        if (length > 2)
            hash = (hash ^ _recent.First) * Prime;
        if (length > 1)
            hash = (hash ^ _recent.Second) * Prime;
        return (hash ^ _recent.Third) * Prime;
    }

    private uint? NextWord()
    {
        var hash = Seed;
        var inWord = false;
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (TextMeasure.IsIdeograph(c))
            {
                if (inWord)
                    return hash;
                _at++;
                return (Seed ^ c) * Prime;
            }

            if (char.IsLetterOrDigit(c))
                (hash, inWord) = ((hash ^ char.ToLowerInvariant(c)) * Prime, true);
            else if (inWord)
                return hash;
        }

        return inWord ? hash : null;
    }
}
