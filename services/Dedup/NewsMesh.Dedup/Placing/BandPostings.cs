namespace NewsMesh.Dedup.Placing;

/// <summary>
/// Which articles have a band: chained hashing over plain arrays, the latest entry of a chain first. Articles go by number, and each
/// has equally many entries in a row, so that an entry's place tells its article: eight bytes an entry.
/// </summary>
/// <param name="bands">Most bands of an article.</param>
internal sealed class BandPostings(int bands)
{
    /// <summary>Entries that a chain may have on average. Two need half the heads of one.</summary>
    private const int ChainLength = 2;

    /// <summary>Next of an entry that no chain has: a band that the article lacks.</summary>
    private const int NotLinked = -1;

    /// <summary>By chain: its latest entry and one, or zero.</summary>
    private int[] _heads = new int[1024];
    private readonly PagedList<Entry> _entries = new();

    private record struct Entry(uint Band, int Next);

    /// <summary>Adds the next article.</summary>
    /// <param name="article">Its number: the articles so far.</param>
    /// <param name="ofArticle">Its bands, hashes of 32 bits.</param>
    public void Add(int article, IReadOnlyList<long> ofArticle)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(article * bands, _entries.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ofArticle.Count, bands);
        if (_entries.Count + bands > _heads.Length * ChainLength)
            Grow();
        for (var i = 0; i < bands; i++)
        {
            _entries.Add(new Entry(i < ofArticle.Count ? (uint)ofArticle[i] : 0, NotLinked));
            if (i < ofArticle.Count)
                Link(_entries.Count - 1);
        }
    }

    /// <summary>
    /// The latest articles with each of some bands. Goes along all chains at once: each step waits for the memory, and those of
    /// different chains wait together.
    /// </summary>
    /// <param name="wanted">The bands of an article.</param>
    /// <param name="articles">Gets the articles' numbers: a row for each band, filled from its start.</param>
    /// <param name="most">Length of a row.</param>
    /// <param name="counts">Gets the number of articles in each row.</param>
    public void Find(IReadOnlyList<long> wanted, Span<int> articles, int most, Span<int> counts)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wanted.Count, bands);
        Span<Entry> next = stackalloc Entry[bands];
        for (var i = 0; i < wanted.Count; i++)
            next[i] = new Entry((uint)wanted[i], _heads[Chain((uint)wanted[i])]);
        counts.Clear();
        bool isDone;
        do
        {
            isDone = true;
            for (var i = 0; i < wanted.Count; i++)
            {
                var at = next[i].Next;
                if (at == 0 || counts[i] == most)
                    continue;
                isDone = false;
                var entry = _entries[at - 1];
                if (entry.Band == next[i].Band)
                    articles[(i * most) + counts[i]++] = (at - 1) / bands;
                next[i].Next = entry.Next;
            }
        }
        while (!isDone);
    }

    /// <summary>Forgets the entries of articles that are gone, and gives the others their new numbers.</summary>
    /// <param name="kept">Numbers of the articles that stay, ascending; they get the numbers from zero on.</param>
    public void Keep(IReadOnlyList<int> kept)
    {
        for (var article = 0; article < kept.Count; article++)
        {
            for (var i = 0; i < bands; i++)
                _entries[(article * bands) + i] = _entries[(kept[article] * bands) + i];
        }

        _entries.Truncate(kept.Count * bands);
        Relink();
    }

    private void Grow()
    {
        _heads = new int[_heads.Length * 2];
        Relink();
    }

    private void Relink()
    {
        Array.Clear(_heads);
        for (var i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Next != NotLinked)
                Link(i);
        }
    }

    private void Link(int entry)
    {
        ref var head = ref _heads[Chain(_entries[entry].Band)];
        _entries[entry].Next = head;
        head = entry + 1;
    }

    private int Chain(uint band) => (int)(band & (uint)(_heads.Length - 1));
}
