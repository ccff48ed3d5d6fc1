using System.Text;

namespace NewsMesh.Dedup.Stories;

/// <summary>
/// The part of a story that only grouping reads, as bytes: version, number of members, then each member's confidence (float32), whether
/// it is comparable (1 or 0), and if so its time (UTC ticks, int64), closest similarity (float32), title, source and original (texts:
/// length in UTF-8 as a 7-bit number, bytes), number of entities (uint16) and their types and names, and for each field of terms
/// their number (uint16), the terms (uint32) and weights (float16); all little-endian.
/// </summary>
public static class StoryStateCodec
{
    public const byte CurrentVersion = 3;

    public static byte[] Encode(StoryState story)
    {
        ArgumentNullException.ThrowIfNull(story);
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(CurrentVersion);
        writer.Write(story.Members.Count);
        foreach (var member in story.Members)
        {
            writer.Write(member.Confidence);
            writer.Write(member.Evidence is not null);
            if (member.Evidence is not null)
                Write(writer, member.Evidence);
        }

        return bytes.ToArray();
    }

    /// <summary>Whether bytes are of the version that this build reads.</summary>
    public static bool IsCurrent(ReadOnlySpan<byte> bytes) => !bytes.IsEmpty && bytes[0] == CurrentVersion;

    /// <summary>The members of a story, in their order.</summary>
    /// <param name="bytes">What <see cref="Encode"/> gave.</param>
    /// <param name="articleIds">The members' ids.</param>
    /// <exception cref="FormatException">Another version, another number of members, or damaged bytes.</exception>
    public static IReadOnlyList<StoryMember> Decode(byte[] bytes, IReadOnlyList<string> articleIds)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(articleIds);
        if (!IsCurrent(bytes))
            throw new FormatException($"Story state of version {(bytes.Length == 0 ? 0 : bytes[0])}; this build reads version {CurrentVersion}.");
        using var reader = new BinaryReader(new MemoryStream(bytes, 1, bytes.Length - 1), new UTF8Encoding(false));
        try
        {
            if (reader.ReadInt32() != articleIds.Count)
                throw new FormatException($"The story state is not of {articleIds.Count} members.");
            return [.. articleIds.Select(id => new StoryMember(id, reader.ReadSingle(), reader.ReadBoolean() ? ReadEvidence(reader) : null))];
        }
        catch (Exception fault) when (fault is EndOfStreamException or ArgumentException or IOException)
        {
            throw new FormatException("The story state is damaged.", fault);
        }
    }

    private static void Write(BinaryWriter writer, MemberEvidence evidence)
    {
        writer.Write(evidence.At.UtcTicks);
        writer.Write(evidence.Closest);
        writer.Write(evidence.Title);
        writer.Write(evidence.Source ?? "");
        writer.Write(evidence.CopyOf ?? "");
        writer.Write((ushort)evidence.Entities.Count);
        foreach (var entity in evidence.Entities)
        {
            writer.Write(entity.Type);
            writer.Write(entity.Name);
        }

        foreach (var vector in evidence.Terms.Vectors)
        {
            writer.Write((ushort)vector.Terms.Length);
            foreach (var term in vector.Terms)
                writer.Write(term);
            foreach (var weight in vector.Weights)
                writer.Write((Half)weight);
        }
    }

    private static MemberEvidence ReadEvidence(BinaryReader reader) => new()
    {
        At = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero),
        Closest = reader.ReadSingle(),
        Title = reader.ReadString(),
        Source = ReadOptional(reader),
        CopyOf = ReadOptional(reader),
        Entities = ReadEntities(reader),
        Terms = new TermFields(ReadVector(reader), ReadVector(reader), ReadVector(reader), ReadVector(reader), ReadVector(reader)),
    };

    private static string? ReadOptional(BinaryReader reader) => reader.ReadString() is { Length: > 0 } text ? text : null;

    private static NamedEntity[] ReadEntities(BinaryReader reader)
    {
        var entities = new NamedEntity[reader.ReadUInt16()];
        for (var i = 0; i < entities.Length; i++)
            entities[i] = new NamedEntity(reader.ReadString(), reader.ReadString());
        return entities;
    }

    private static TermVector ReadVector(BinaryReader reader)
    {
        var terms = new uint[reader.ReadUInt16()];
        for (var i = 0; i < terms.Length; i++)
            terms[i] = reader.ReadUInt32();
        var weights = new float[terms.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (float)reader.ReadHalf();
        return new TermVector(terms, weights);
    }
}
