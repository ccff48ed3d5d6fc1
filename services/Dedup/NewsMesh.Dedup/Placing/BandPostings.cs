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

    /// <summary>Writes the latest articles with a band; their number, at most what there is room for.</summary>
    public int Find(long band, Span<int> articles)
    {
        var found = 0;
        var wanted = (uint)band;
        for (var at = _heads[Chain(wanted)]; at != 0 && found < articles.Length;)
        {
            ref var entry = ref _entries[at - 1];
            if (entry.Band == wanted)
                articles[found++] = (at - 1) / bands;
            at = entry.Next;
        }

        return found;
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
