using System.Runtime.InteropServices;

namespace NewsMesh.Entities.Features;

/// <summary>Finds the place of a hash in an ascending list of hashes.</summary>
internal sealed class HashIndex
{
    private readonly ReadOnlyMemory<byte> _hashes;

    /// <summary>Where the hashes of each leading 16 bits start: hashes are spread evenly, so that few share them.</summary>
    private readonly int[] _starts = new int[(1 << 16) + 1];

    /// <param name="hashes">32-bit numbers, little-endian.</param>
    /// <exception cref="InvalidDataException">They do not ascend.</exception>
    public HashIndex(ReadOnlyMemory<byte> hashes)
    {
        _hashes = hashes;
        var values = Values;
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0 && values[i] <= values[i - 1])
            {
                throw new InvalidDataException("its word hashes do not ascend");
            }

            _starts[(values[i] >> 16) + 1] = i + 1;
        }

        for (var i = 1; i < _starts.Length; i++)
        {
            _starts[i] = Math.Max(_starts[i], _starts[i - 1]);
        }
    }

    private ReadOnlySpan<uint> Values => MemoryMarshal.Cast<byte, uint>(_hashes.Span);

    /// <returns>-1 where the hash is not in the list.</returns>
    public int Find(uint hash)
    {
        var (start, end) = (_starts[hash >> 16], _starts[(hash >> 16) + 1]);
        var found = Values[start..end].BinarySearch(hash);
        return found < 0 ? -1 : start + found;
    }
}
