namespace NewsMesh.Entities.Features;

/// <summary>
/// Numbers distinct strings in the order of their first appearance, without making string objects. Reused: cleared, it
/// keeps its memory.
/// </summary>
internal sealed class TextInterner
{
    private const int Empty = -1;

    private char[] _units = new char[4096];
    private Entry[] _entries = new Entry[512];
    private int[] _buckets = NewBuckets(1024);
    private int _unitCount;

    public int Count { get; private set; }

    /// <summary>Memory kept, in bytes, roughly.</summary>
    public int Footprint => (_units.Length * 2) + (_entries.Length * 16) + (_buckets.Length * 4);

    public ReadOnlySpan<char> this[int number] => _units.AsSpan(_entries[number].Start, _entries[number].Length);

    public void Clear()
    {
        (Count, _unitCount) = (0, 0);
        Array.Fill(_buckets, Empty);
    }

    /// <summary>The number of a text: its own, or the next free one.</summary>
    public int Intern(ReadOnlySpan<char> text)
    {
        // The runtime's seeded hash: nobody can write an article whose words all collide. Numbers do not depend on it.
        var hash = string.GetHashCode(text);
        var bucket = hash & (_buckets.Length - 1);
        for (var at = _buckets[bucket]; at != Empty; at = _entries[at].Next)
        {
            if (_entries[at].Hash == hash && this[at].SequenceEqual(text))
            {
                return at;
            }
        }

        if (Count == _entries.Length)
        {
            Grow();
            bucket = hash & (_buckets.Length - 1);
        }

        if (_unitCount + text.Length > _units.Length)
        {
            Array.Resize(ref _units, Math.Max(_units.Length * 2, _unitCount + text.Length));
        }

        text.CopyTo(_units.AsSpan(_unitCount));
        _entries[Count] = new Entry(_unitCount, text.Length, hash, _buckets[bucket]);
        _buckets[bucket] = Count;
        _unitCount += text.Length;
        return Count++;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _buckets = NewBuckets(_entries.Length * 2);
        for (var i = 0; i < Count; i++)
        {
            var bucket = _entries[i].Hash & (_buckets.Length - 1);
            _entries[i] = _entries[i] with { Next = _buckets[bucket] };
            _buckets[bucket] = i;
        }
    }

    private static int[] NewBuckets(int size)
    {
        var buckets = new int[size];
        Array.Fill(buckets, Empty);
        return buckets;
    }

    private readonly record struct Entry(int Start, int Length, int Hash, int Next);
}
