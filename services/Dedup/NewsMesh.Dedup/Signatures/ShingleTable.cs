using System.Numerics;

namespace NewsMesh.Dedup.Signatures;

/// <summary>Shingles with their places: a hash table with open addressing, several times quicker than a dictionary.</summary>
internal sealed class ShingleTable
{
    private uint[] _shingles;
    private int[] _places;
    private int _count;
    private int _shift;

    public ShingleTable(int expected)
    {
        var size = Size(expected);
        (_shingles, _places, _shift) = (new uint[size], new int[size], 32 - BitOperations.Log2((uint)size));
    }

    /// <summary>False where the shingle is there already.</summary>
    public bool TryAdd(uint shingle, int place)
    {
        if (_count * 2 >= _shingles.Length)
            Grow();
        var slot = Slot(shingle);
        if (_places[slot] != 0)
            return false;
        (_shingles[slot], _places[slot]) = (shingle, place + 1);
        _count++;
        return true;
    }

    /// <summary>The place of a shingle, or -1.</summary>
    public int Find(uint shingle) => _places[Slot(shingle)] - 1;

    private int Slot(uint shingle)
    {
        var (shingles, places) = (_shingles, _places);
        var slot = (int)((shingle * 0x9E3779B1u) >> _shift);
        while (places[slot] != 0 && shingles[slot] != shingle)
            slot = (slot + 1) & (shingles.Length - 1);
        return slot;
    }

    private void Grow()
    {
        var (shingles, places) = (_shingles, _places);
        var size = shingles.Length * 2;
        (_shingles, _places, _count, _shift) = (new uint[size], new int[size], 0, _shift - 1);
        for (var i = 0; i < shingles.Length; i++)
        {
            if (places[i] != 0)
                TryAdd(shingles[i], places[i] - 1);
        }
    }

    private static int Size(int expected) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, (expected * 2) + 2));
}
