using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Hashes of runs of words, case and punctuation aside; an ideograph is a word of its own.</summary>
internal static class WordRuns
{
    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The FNV-1a hash of every run of <paramref name="length"/> words, in order.</summary>
    public static IEnumerable<int> Of(string text, int length)
    {
        var recent = new Queue<uint>(length);
        foreach (var word in Words(text))
        {
            if (recent.Count == length)
                recent.Dequeue();
            recent.Enqueue(word);
            if (recent.Count == length)
                yield return Combine(recent);
        }
    }

    private static int Combine(Queue<uint> words)
    {
        var hash = Seed;
        foreach (var word in words)
            hash = (hash ^ word) * Prime;
        return unchecked((int)hash);
    }

    private static IEnumerable<uint> Words(string text)
    {
        var hash = Seed;
        var inWord = false;
        foreach (var c in text)
        {
            var ideograph = TextMeasure.IsIdeograph(c);
            if (inWord && (ideograph || !char.IsLetterOrDigit(c)))
            {
                yield return hash;
                (hash, inWord) = (Seed, false);
            }

            if (ideograph)
                yield return (Seed ^ c) * Prime;
            else if (char.IsLetterOrDigit(c))
                (hash, inWord) = ((hash ^ char.ToLowerInvariant(c)) * Prime, true);
        }

        if (inWord)
            yield return hash;
    }
}
