namespace NewsMesh.Entities.Numerics;

/// <summary>Arrays that are kept and grow.</summary>
internal static class Buffers
{
    /// <summary>The first <paramref name="length"/> elements of <paramref name="buffer"/>, which is replaced where it is too short; its contents are then lost.</summary>
    public static Span<T> Take<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new T[Math.Max(length, Math.Min(buffer.Length * 2L, Array.MaxLength))];
        }

        return buffer.AsSpan(0, length);
    }

    /// <summary>Makes <paramref name="buffer"/> at least <paramref name="length"/> long and keeps its first <paramref name="kept"/> elements.</summary>
    public static void Keep<T>(ref T[] buffer, int kept, int length)
    {
        if (buffer.Length < length)
        {
            var old = buffer.AsSpan(0, kept);
            buffer = new T[Math.Max(length, Math.Min(buffer.Length * 2L, Array.MaxLength))];
            old.CopyTo(buffer);
        }
    }
}
