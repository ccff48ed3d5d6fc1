namespace NewsMesh.Dedup.Placing;

/// <summary>
/// Which articles have a band: chained hashing over plain arrays, twelve bytes an entry, the latest entry of a chain first.
/// Articles go by number.
/// </summary>
internal sealed class BandPostings
{
    private const int SmallestSize = 1024;

    private int[] _heads = new int[SmallestSize];
    private Entry[] _entries = new Entry[SmallestSize];

    /// <summary>Entry 0 ends every chain.</summary>
    private int _count = 1;

    private record struct Entry(uint Band, int Article, int Next);

    /// <param name="band">A hash of 32 bits.</param>
    /// <param name="article">Number of an article.</param>
    public void Add(long band, int article)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _entries.Length * 2);
            _heads = new int[_entries.Length];
            for (var i = 1; i < _count; i++)
                Link(i);
        }

        _entries[_count] = new Entry((uint)band, article, 0);
        Link(_count++);
    }

    /// <summary>Writes the latest articles with a band; their number, at most what there is room for.</summary>
    public int Find(long band, Span<int> articles)
    {
        var found = 0;
        var wanted = (uint)band;
        for (var at = _heads[Chain(wanted)]; at != 0 && found < articles.Length; at = _entries[at].Next)
        {
            if (_entries[at].Band == wanted)
                articles[found++] = _entries[at].Article;
        }

        return found;
    }

    /// <summary>Forgets the entries of articles that are gone, and gives the others their new numbers.</summary>
    /// <param name="renumber">The new number of an article, or -1.</param>
    public void Renumber(Func<int, int> renumber)
    {
        var (entries, count) = (_entries, _count);
        Array.Clear(_heads);
        _count = 1;
        for (var i = 1; i < count; i++)
        {
            var article = renumber(entries[i].Article);
            if (article < 0)
                continue;
            _entries[_count] = entries[i] with { Article = article };
            Link(_count++);
        }
    }

    private void Link(int entry)
    {
        ref var head = ref _heads[Chain(_entries[entry].Band)];
        _entries[entry].Next = head;
        head = entry;
    }

    private int Chain(uint band) => (int)(band & (uint)(_heads.Length - 1));
}
