using NewsMesh.Dedup.Normalization;

namespace NewsMesh.Dedup.Explaining;

/// <summary>
/// The passages that two texts share, for people to see: greedy string tiling (Wise 1993) over normalised words, so that case,
/// punctuation, spacing and accents make no difference. No word counts twice.
/// </summary>
public static class SharedPassages
{
    /// <summary>Shorter runs are turns of speech.</summary>
    public const int LeastWords = 6;

    /// <summary>Places in the second text that one beginning is tried at: bounds the work on texts that repeat themselves.</summary>
    private const int MaxStarts = 32;

    private readonly record struct Word(string Normal, int Start, int End);

    private readonly record struct Run(int First, int Second, int Length);

    /// <summary>The longest passages first, at most <paramref name="limit"/>; each of <see cref="LeastWords"/> words or more.</summary>
    /// <param name="first">A text.</param>
    /// <param name="second">Another.</param>
    /// <param name="maxCharacters">UTF-16 units of each text that count.</param>
    /// <param name="limit">Most passages given.</param>
    public static IReadOnlyList<SharedPassage> Find(string first, string second, int maxCharacters, int limit)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (a, b) = (Words(first, maxCharacters), Words(second, maxCharacters));
        var (takenA, takenB) = (new bool[a.Count], new bool[b.Count]);
        var passages = new List<SharedPassage>();
        foreach (var run in Runs(a, b).OrderByDescending(run => run.Length).ThenBy(run => run.First).ThenBy(run => run.Second))
        {
            if (passages.Count == limit)
                break;
            var (from, length) = Untaken(run, takenA, takenB);
            if (length < LeastWords)
                continue;
            takenA.AsSpan(run.First + from, length).Fill(true);
            takenB.AsSpan(run.Second + from, length).Fill(true);
            var (start, end) = (a[run.First + from].Start, a[run.First + from + length - 1].End);
            passages.Add(new SharedPassage(first[start..end], length, start, b[run.Second + from].Start));
        }

        return passages;
    }

    /// <summary>Every run of equal words that could be no longer.</summary>
    private static IEnumerable<Run> Runs(IReadOnlyList<Word> a, IReadOnlyList<Word> b)
    {
        var starts = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i + LeastWords <= b.Count; i++)
        {
            var key = Key(b, i);
            if (!starts.TryGetValue(key, out var places))
                starts[key] = places = [];
            if (places.Count < MaxStarts)
                places.Add(i);
        }

        for (var i = 0; i + LeastWords <= a.Count; i++)
        {
            foreach (var j in starts.GetValueOrDefault(Key(a, i)) ?? [])
            {
                if (i > 0 && j > 0 && a[i - 1].Normal == b[j - 1].Normal)
                    continue;
                var length = LeastWords;
                while (i + length < a.Count && j + length < b.Count && a[i + length].Normal == b[j + length].Normal)
                    length++;
                yield return new Run(i, j, length);
            }
        }
    }

    /// <summary>The longest part of a run whose words no longer passage has taken.</summary>
    private static (int From, int Length) Untaken(Run run, bool[] takenA, bool[] takenB)
    {
        var (best, from) = ((From: 0, Length: 0), 0);
        for (var i = 0; i <= run.Length; i++)
        {
            if (i < run.Length && !takenA[run.First + i] && !takenB[run.Second + i])
                continue;
            if (i - from > best.Length)
                best = (from, i - from);
            from = i + 1;
        }

        return best;
    }

    private static string Key(IReadOnlyList<Word> words, int at) =>
        string.Join(' ', Enumerable.Range(at, LeastWords).Select(i => words[i].Normal));

    private static List<Word> Words(string text, int maxCharacters)
    {
        var words = new List<Word>();
        var end = Math.Min(text.Length, maxCharacters);
        for (var i = 0; i < end; i++)
        {
            if (char.IsWhiteSpace(text[i]))
                continue;
            var start = i;
            while (i < end && !char.IsWhiteSpace(text[i]))
                i++;
            var normal = TextNormalizer.Normalize(text[start..i], i - start);
            if (normal.Length > 0)
                words.Add(new Word(normal, start, i));
        }

        return words;
    }
}
