using NewsMesh.Entities.Features;
using NewsMesh.Entities.Numerics;
using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Tagging;

/// <summary>
/// The words of some documents as the network takes them: sequences by falling length, every distinct word once. Reused:
/// words stay known from batch to batch, so that what was computed for them alone can be kept.
/// </summary>
internal sealed class TokenBatch(WordFeatures features)
{
    /// <summary>Known words are forgotten when they are more.</summary>
    private const int MaxKnownWords = 2048;

    private readonly TextInterner _words = new();
    private readonly TextInterner _keys = new();
    private readonly List<TokenSequence> _sequences = [];
    private WordRows[] _wordRows = [];
    private int[] _keyOf = [];
    private int[] _wordOf = new int[1024];
    private int[] _wordOfRow = [];
    private int[] _poolOfRow = [];
    private int[] _order = [];
    private int[] _lengths = [];
    private int[] _poolOfKey = [];
    private char[] _normal = [];
    private char[] _lower = [];
    private char[] _scratch = [];

    /// <summary>Words, in all sequences.</summary>
    public int Tokens { get; private set; }

    /// <summary>Distinct words, numbered from 0; those of earlier batches first.</summary>
    public int Words => _words.Count;

    /// <summary>Changes when known words are forgotten and numbers begin anew.</summary>
    public int Generation { get; private set; }

    public int Pools { get; private set; }

    /// <summary>The sequences as they were added.</summary>
    public IReadOnlyList<TokenSequence> Sequences => _sequences;

    /// <summary>The sequences' numbers by falling length; their words take the rows of a batch in this order.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, _sequences.Count);

    /// <summary>The lengths in that order.</summary>
    public ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, _sequences.Count);

    /// <summary>The distinct word of each row.</summary>
    public ReadOnlySpan<int> WordOfRow => _wordOfRow.AsSpan(0, Tokens);

    /// <summary>The pool of each row: one for every key of a word in every window.</summary>
    public ReadOnlySpan<int> PoolOfRow => _poolOfRow.AsSpan(0, Tokens);

    /// <summary>Bytes of text and tables that are kept for the next batch, roughly.</summary>
    public int Footprint => _words.Footprint + _keys.Footprint + (2 * (_normal.Length + _lower.Length + _scratch.Length)) + (_wordRows.Length * 64);

    public ref readonly WordRows Rows(int word) => ref _wordRows[word];

    /// <summary>Starts a new batch.</summary>
    public void Clear()
    {
        if (_words.Count > MaxKnownWords)
        {
            _words.Clear();
            _keys.Clear();
            Generation++;
        }

        _sequences.Clear();
        (Tokens, Pools) = (0, 0);
    }

    /// <summary>Adds a sequence of words.</summary>
    /// <param name="document">Number of its document.</param>
    /// <param name="window">Number of its window: words are pooled within one.</param>
    /// <param name="text">The document.</param>
    /// <param name="first">Index of the sequence's first token in it.</param>
    /// <param name="length">Tokens; at least one.</param>
    public void Add(int document, int window, TokenizedText text, int first, int length)
    {
        if (_wordOf.Length < Tokens + length)
        {
            Array.Resize(ref _wordOf, Math.Max(_wordOf.Length * 2, Tokens + length));
        }

        _sequences.Add(new TokenSequence(document, window, first, length, Tokens));
        for (var i = 0; i < length; i++)
        {
            _wordOf[Tokens + i] = Word(text.Tokens[first + i].Of(text.Text));
        }

        Tokens += length;
    }

    /// <summary>Gives rows and pools; to be called after the last <see cref="Add"/>.</summary>
    public void Arrange()
    {
        var order = Buffers.Take(ref _order, _sequences.Count);
        var lengths = Buffers.Take(ref _lengths, _sequences.Count);
        for (var i = 0; i < order.Length; i++)
        {
            (order[i], lengths[i]) = (i, -_sequences[i].Length);
        }

        lengths.Sort(order);
        Buffers.Take(ref _wordOfRow, Tokens);
        var row = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var sequence = _sequences[order[i]] with { Row = row };
            _sequences[order[i]] = sequence;
            lengths[i] = sequence.Length;
            _wordOf.AsSpan(sequence.Place, sequence.Length).CopyTo(_wordOfRow.AsSpan(row));
            row += sequence.Length;
        }

        AssignPools();
    }

    /// <summary>In the order of the documents: pools of a window get rising numbers, above those of earlier windows.</summary>
    private void AssignPools()
    {
        var poolOfKey = Buffers.Take(ref _poolOfKey, _keys.Count);
        poolOfKey.Fill(-1);
        Buffers.Take(ref _poolOfRow, Tokens);
        var (window, firstOfWindow) = (-1, 0);
        foreach (var sequence in _sequences)
        {
            if (sequence.Window != window)
            {
                (window, firstOfWindow) = (sequence.Window, Pools);
            }

            for (var i = 0; i < sequence.Length; i++)
            {
                ref var pool = ref poolOfKey[_keyOf[_wordOf[sequence.Place + i]]];
                pool = pool < firstOfWindow ? Pools++ : pool;
                _poolOfRow[sequence.Row + i] = pool;
            }
        }
    }

    private int Word(ReadOnlySpan<char> token)
    {
        var buffer = Buffers.Take(ref _normal, token.Length * NormalForm.Growth);
        var normal = buffer[..NormalForm.Write(token, buffer)];
        var known = _words.Count;
        var word = _words.Intern(normal);
        if (word == known)
        {
            Describe(word, normal);
        }

        return word;
    }

    private void Describe(int word, ReadOnlySpan<char> normal)
    {
        if (_wordRows.Length <= word)
        {
            Array.Resize(ref _wordRows, Math.Max(512, _wordRows.Length * 2));
            Array.Resize(ref _keyOf, _wordRows.Length);
        }

        // Words that differ in case alone are one word to the pool, but a small one tells nothing about a capitalised one.
        var key = Buffers.Take(ref _lower, normal.Length + 1);
        var lower = key[1..];
        key[0] = WordFeatures.Lower(normal, lower) ? 'X' : 'x';
        _keyOf[word] = _keys.Intern(key);
        _wordRows[word] = features.Rows(normal, lower, Buffers.Take(ref _scratch, normal.Length));
    }
}
