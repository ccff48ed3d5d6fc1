using System.Buffers.Binary;

namespace NewsMesh.Dedup.Stories;

/// <summary>
/// The part of a story that only grouping reads, as bytes: version, number of members, their confidences (float32); for
/// each field of terms their number, the terms (uint32) and weights (float32); all little-endian.
/// </summary>
public static class StoryStateCodec
{
    public const byte CurrentVersion = 2;

    public static byte[] Encode(StoryState story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var vectors = story.Sum.Vectors;
        var bytes = new byte[1 + 4 + (4 * story.Members.Count) + vectors.Sum(vector => 4 + (8 * vector.Terms.Length))];
        bytes[0] = CurrentVersion;
        var rest = bytes.AsSpan(1);
        WriteInt(ref rest, story.Members.Count);
        foreach (var member in story.Members)
            WriteFloat(ref rest, member.Confidence);
        foreach (var vector in vectors)
        {
            WriteInt(ref rest, vector.Terms.Length);
            foreach (var term in vector.Terms)
                WriteInt(ref rest, unchecked((int)term));
            foreach (var weight in vector.Weights)
                WriteFloat(ref rest, weight);
        }

        return bytes;
    }

    /// <summary>Whether bytes are of the version that this build reads.</summary>
    public static bool IsCurrent(ReadOnlySpan<byte> bytes) => !bytes.IsEmpty && bytes[0] == CurrentVersion;

    /// <summary>The members' confidences, in their order, and the sum of their vectors.</summary>
    /// <exception cref="FormatException">Another version, or damaged bytes.</exception>
    public static (float[] Confidences, TermFields Sum) Decode(ReadOnlySpan<byte> bytes)
    {
        if (!IsCurrent(bytes))
            throw new FormatException($"Story state of version {(bytes.IsEmpty ? 0 : bytes[0])}; this build reads version {CurrentVersion}.");
        var rest = bytes[1..];
        var confidences = new float[ReadCount(ref rest, bytesEach: 4)];
        for (var i = 0; i < confidences.Length; i++)
            confidences[i] = BinaryPrimitives.ReadSingleLittleEndian(Take(ref rest, 4));
        return (confidences, new TermFields(
            ReadVector(ref rest), ReadVector(ref rest), ReadVector(ref rest), ReadVector(ref rest), ReadVector(ref rest)));
    }

    private static TermVector ReadVector(ref ReadOnlySpan<byte> rest)
    {
        var terms = new uint[ReadCount(ref rest, bytesEach: 8)];
        for (var i = 0; i < terms.Length; i++)
            terms[i] = BinaryPrimitives.ReadUInt32LittleEndian(Take(ref rest, 4));
        var weights = new float[terms.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = BinaryPrimitives.ReadSingleLittleEndian(Take(ref rest, 4));
        return new TermVector(terms, weights);
    }

    private static void WriteInt(ref Span<byte> rest, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(rest, value);
        rest = rest[4..];
    }

    private static void WriteFloat(ref Span<byte> rest, float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(rest, value);
        rest = rest[4..];
    }

    private static int ReadCount(ref ReadOnlySpan<byte> rest, int bytesEach)
    {
        var count = BinaryPrimitives.ReadUInt32LittleEndian(Take(ref rest, 4));
        return count <= (uint)rest.Length / (uint)bytesEach ? (int)count : throw EndsEarly();
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int count)
    {
        if (rest.Length < count)
            throw EndsEarly();
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private static FormatException EndsEarly() => new("The story state ends early.");
}
