namespace NewsMesh.Dedup.Signatures;

/// <summary>
/// Passages that a source repeats from article to article: footers, calls to subscribe, a newsletter's opening. For each source
/// and shingle it counts, in a table by hash (a count-min sketch of one row, 2 MB, halved now and then; Cormode and Muthukrishnan
/// 2005), the articles that had it while what they follow had not: an update repeats its story, not its source's furniture.
/// Safe for concurrent use.
/// </summary>
internal sealed class SourceRepeats(DedupParameters parameters)
{
    private const int Bits = 21;

    /// <summary>
    /// One shingle in 2^4 is counted, the same ones in articles of nearly every length, though these are sampled at different rates.
    /// </summary>
    private const int CountedLevel = 4;

    private readonly Lock _gate = new();
    private readonly byte[] _counts = new byte[1 << Bits];
    private int _sinceHalving;

    /// <summary>Counts an article that was placed.</summary>
    /// <param name="source">Its source.</param>
    /// <param name="article">Its signature.</param>
    /// <param name="followed">The signature of the article that it follows; null where it is no copy.</param>
    public void Observe(string source, ArticleSignature article, ArticleSignature? followed)
    {
        var level = Math.Max(CountedLevel, article.Level);
        HashSet<uint>? known = null;
        if (followed is not null)
        {
            known = new HashSet<uint>(followed.ShingleCount);
            for (var i = 0; i < followed.ShingleCount; i++)
                known.Add(followed.ShingleAt(i).Shingle);
            level = Math.Max(level, followed.Level);
        }

        var key = Key(source);
        lock (_gate)
        {
            for (var i = 0; i < article.ShingleCount; i++)
            {
                var (shingle, _) = article.ShingleAt(i);
                if (!ArticleSignature.IsSampled(shingle, level) || known?.Contains(shingle) == true)
                    continue;
                ref var count = ref _counts[Slot(key, shingle)];
                if (count < byte.MaxValue)
                    count++;
            }

            if (++_sinceHalving >= parameters.FrequencyHalfLife)
                Halve();
        }
    }

    /// <summary>Where the source's repeated passages stand in an article.</summary>
    /// <param name="source">The article's source.</param>
    /// <param name="hashes">32-bit hashes of all its shingles, in order.</param>
    /// <returns>Ranges of places, ascending and apart: from the first letter of a passage's first counted shingle to that of its last.</returns>
    public IReadOnlyList<(int Start, int End)> Find(string source, ReadOnlySpan<uint> hashes)
    {
        List<(int, int)>? found = null;
        var key = Key(source);
        var (run, start, end) = (0, 0, 0);
        for (var i = 0; i < hashes.Length; i++)
        {
            var shingle = hashes[i] >> (32 - ArticleSignature.ShingleBits);
            if (!ArticleSignature.IsSampled(shingle, CountedLevel))
                continue;
            if (_counts[Slot(key, shingle)] >= parameters.SourceRepeats)
            {
                if (run++ == 0)
                    start = i;
                end = i;
                continue;
            }

            Close(start, end, run);
            run = 0;
        }

        Close(start, end, run);
        return found ?? [];

        void Close(int from, int to, int length)
        {
            if (length >= parameters.SourceRepeatRun)
                (found ??= []).Add((from, to));
        }
    }

    private static uint Key(string source) => RollingHash.HashWhole(source);

    private static uint Slot(uint source, uint shingle) => (uint)(RollingHash.Mix(((ulong)source << 32) | shingle) >> (64 - Bits));

    private void Halve()
    {
        _sinceHalving = 0;
        foreach (ref var count in _counts.AsSpan())
            count /= 2;
    }
}
