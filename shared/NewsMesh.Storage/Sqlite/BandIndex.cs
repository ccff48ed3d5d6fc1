using System.Runtime.InteropServices;

namespace NewsMesh.Storage.Sqlite;

/// <summary>
/// Table band_lists in the memory of one process, by band: chained hashing over plain arrays, the latest posting of a chain first.
/// About 250 bytes a list of 16 bands. Not safe for concurrent use.
/// </summary>
/// <remarks>
/// An index of bands in the file takes a page for each band of each article, which was most of what an addition cost, and grew with
/// the file. Bands that agree in a hash of 32 bits count as one; the dedup library's bands have no more.
/// </remarks>
internal sealed class BandIndex
{
    /// <summary>Postings that a chain may have on average. Two need half the heads of one.</summary>
    private const int ChainLength = 2;

    /// <summary>Arrays grow by one part in so many: to twice their size they would hold room for as much again.</summary>
    private const int Growth = 8;

    /// <summary>One list in so many may be gone before the index is made anew without them.</summary>
    private const int MostGone = 8;

    /// <summary>When a list that is gone was received: before any time that is asked for.</summary>
    private const long Gone = long.MinValue;

    private static readonly Comparer<BandList> ById = Comparer<BandList>.Create((a, b) => a.Id.CompareTo(b.Id));

    private readonly List<BandList> _lists = [];
    private readonly List<Posting> _postings = [];
    private readonly Dictionary<int, long> _weights = [];

    /// <summary>By chain: its latest posting and one, or zero.</summary>
    private int[] _heads = new int[1024];
    private int _gone;

    private record struct BandList(long Id, long ReceivedAt);

    private record struct Posting(uint Band, int Next, int List);

    /// <summary>The id of the last list that was added; 0 at first.</summary>
    public long LastId { get; private set; }

    /// <summary>Adds a list; lists come by ascending id.</summary>
    /// <param name="id">Its signature's id.</param>
    /// <param name="receivedAt">When its article was received, UTC ticks.</param>
    /// <param name="bands">The article's bands; one that comes twice counts once.</param>
    public void Add(long id, long receivedAt, IEnumerable<long> bands)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(id, LastId);
        LastId = id;
        foreach (var band in bands.Select(Hash).Distinct())
        {
            Append(_postings, new Posting(band, 0, _lists.Count));
            if (_postings.Count > _heads.Length * ChainLength)
            {
                Relink(_heads.Length * 2);
            }
            else
            {
                Link(_postings.Count - 1);
            }
        }

        Append(_lists, new BandList(id, receivedAt));
    }

    /// <summary>Ids of lists that share a band, in the order of <see cref="IDedupIndex.FindCandidatesAsync"/>.</summary>
    /// <param name="bands">The bands looked for.</param>
    /// <param name="receivedFrom">The first time that counts, UTC ticks.</param>
    /// <param name="limit">Most ids.</param>
    public IReadOnlyList<long> Rank(IEnumerable<long> bands, long receivedFrom, int limit)
    {
        Span<int> ofBand = stackalloc int[IDedupIndex.ArticlesPerBand];
        _weights.Clear();
        foreach (var band in bands.Select(Hash).Distinct())
        {
            var lists = ofBand[..Find(band, receivedFrom, ofBand)];
            foreach (var list in lists)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_weights, list, out _) += IDedupIndex.BandWeight / lists.Length;
            }
        }

        return
        [
            .. _weights.OrderByDescending(one => one.Value).ThenBy(one => _lists[one.Key].ReceivedAt).ThenBy(one => one.Key)
                .Take(limit).Select(one => _lists[one.Key].Id),
        ];
    }

    /// <summary>Forgets a list that the table no longer has.</summary>
    public void Forget(long id)
    {
        var list = _lists.BinarySearch(new BandList(id, 0), ById);
        if (list >= 0)
        {
            Forget(list);
        }
    }

    /// <summary>Forgets what was received before a time, UTC ticks.</summary>
    public void ForgetBefore(long receivedAt)
    {
        for (var list = 0; list < _lists.Count; list++)
        {
            if (_lists[list].ReceivedAt < receivedAt)
            {
                Forget(list);
            }
        }

        if (_gone > _lists.Count / MostGone)
        {
            RemoveGone();
        }
    }

    private void Forget(int list)
    {
        _gone += _lists[list].ReceivedAt == Gone ? 0 : 1;
        _lists[list] = _lists[list] with { ReceivedAt = Gone };
    }

    private void RemoveGone()
    {
        _postings.RemoveAll(posting => _lists[posting.List].ReceivedAt == Gone);
        var numbers = new int[_lists.Count];
        for (var (list, kept) = (0, 0); list < numbers.Length; list++)
        {
            numbers[list] = kept;
            kept += _lists[list].ReceivedAt == Gone ? 0 : 1;
        }

        foreach (ref var posting in CollectionsMarshal.AsSpan(_postings))
        {
            posting.List = numbers[posting.List];
        }

        _lists.RemoveAll(list => list.ReceivedAt == Gone);
        _gone = 0;
        Relink(_heads.Length);
    }

    /// <summary>Writes the latest lists with a band, but those received before a time; their number, at most what there is room for.</summary>
    private int Find(uint band, long receivedFrom, Span<int> lists)
    {
        var (seen, found) = (0, 0);
        var postings = CollectionsMarshal.AsSpan(_postings);
        for (var at = _heads[Chain(band)]; at != 0 && seen < lists.Length; at = postings[at - 1].Next)
        {
            var posting = postings[at - 1];
            if (posting.Band != band)
            {
                continue;
            }

            seen++;
            if (_lists[posting.List].ReceivedAt >= receivedFrom)
            {
                lists[found++] = posting.List;
            }
        }

        return found;
    }

    private void Relink(int heads)
    {
        _heads = new int[heads];
        for (var posting = 0; posting < _postings.Count; posting++)
        {
            Link(posting);
        }
    }

    private void Link(int posting)
    {
        ref var linked = ref CollectionsMarshal.AsSpan(_postings)[posting];
        ref var head = ref _heads[Chain(linked.Band)];
        linked.Next = head;
        head = posting + 1;
    }

    private int Chain(uint band) => (int)(band & (uint)(_heads.Length - 1));

    private static uint Hash(long band) => (uint)(band ^ (band >>> 32));

    private static void Append<T>(List<T> list, T item)
    {
        if (list.Count == list.Capacity)
        {
            list.Capacity += Math.Max(1024, list.Capacity / Growth);
        }

        list.Add(item);
    }
}
