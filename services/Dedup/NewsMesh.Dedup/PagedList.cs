namespace NewsMesh.Dedup;

/// <summary>A list that grows by pages of one size, without copying what it has: neither pauses nor room kept for as much again.</summary>
internal sealed class PagedList<T>
{
    private const int PageBits = 12;
    private const int PageSize = 1 << PageBits;

    private readonly List<T[]> _pages = [];

    public int Count { get; private set; }

    public ref T this[int i] => ref _pages[i >> PageBits][i & (PageSize - 1)];

    public void Add(in T item)
    {
        if (Count == _pages.Count * PageSize)
            _pages.Add(new T[PageSize]);
        this[Count++] = item;
    }

    /// <summary>Keeps the first items.</summary>
    public void Truncate(int count)
    {
        for (var i = count; i < Count; i++)
            this[i] = default!;
        Count = count;
        var pages = (count + PageSize - 1) / PageSize;
        _pages.RemoveRange(pages, _pages.Count - pages);
    }
}
