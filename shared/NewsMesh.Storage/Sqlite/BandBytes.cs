using System.Buffers.Binary;

namespace NewsMesh.Storage.Sqlite;

/// <summary>Bands as table band_lists holds them: 64-bit numbers, the high byte first.</summary>
internal static class BandBytes
{
    public static byte[] Write(IReadOnlyList<long> bands)
    {
        var bytes = new byte[bands.Count * sizeof(long)];
        for (var i = 0; i < bands.Count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * sizeof(long)), bands[i]);
        }

        return bytes;
    }

    public static long[] Read(ReadOnlySpan<byte> bytes)
    {
        var bands = new long[bytes.Length / sizeof(long)];
        for (var i = 0; i < bands.Length; i++)
        {
            bands[i] = BinaryPrimitives.ReadInt64BigEndian(bytes[(i * sizeof(long))..]);
        }

        return bands;
    }
}
