using System.ComponentModel.DataAnnotations;

namespace NewsMesh.Ingest;

/// <summary>How large the parts of a submission may be. Past a limit the submission is rejected, never cut.</summary>
public sealed record IngestLimits
{
    /// <summary>10 MiB: over a hundred times the usual article page; larger ones are dumps or attacks.</summary>
    public const int DefaultMaxPageBytes = 10 * 1024 * 1024;

    /// <summary>4,096: above what browsers and servers commonly take, below what bloats logs and indexes.</summary>
    public const int DefaultMaxUrlLength = 4096;

    /// <summary>200: room for a URN or a UUID with a prefix.</summary>
    public const int DefaultMaxSubmissionIdLength = 200;

    /// <summary>1,000: several times the longest headline.</summary>
    public const int DefaultMaxTitleLength = 1000;

    /// <summary>200: a source is a name or a host.</summary>
    public const int DefaultMaxSourceLength = 200;

    /// <summary>64: metadata is a set of labels, not a document; it travels with every event of the article.</summary>
    public const int DefaultMaxMetadataEntries = 64;

    /// <summary>128.</summary>
    public const int DefaultMaxMetadataKeyLength = 128;

    /// <summary>2,048.</summary>
    public const int DefaultMaxMetadataValueLength = 2048;

    /// <summary>UTF-8 bytes of the submitted HTML or text, or bytes of the fetched body. 1 KiB to 32 MiB.</summary>
    [Range(1024, 32 * 1024 * 1024)]
    public int MaxPageBytes { get; init; } = DefaultMaxPageBytes;

    /// <summary>UTF-16 units. 64 to 32,768.</summary>
    [Range(64, 32 * 1024)]
    public int MaxUrlLength { get; init; } = DefaultMaxUrlLength;

    /// <summary>UTF-16 units. 16 to 1,000.</summary>
    [Range(16, 1000)]
    public int MaxSubmissionIdLength { get; init; } = DefaultMaxSubmissionIdLength;

    /// <summary>UTF-16 units. 16 to 10,000.</summary>
    [Range(16, 10_000)]
    public int MaxTitleLength { get; init; } = DefaultMaxTitleLength;

    /// <summary>UTF-16 units. 16 to 1,000.</summary>
    [Range(16, 1000)]
    public int MaxSourceLength { get; init; } = DefaultMaxSourceLength;

    /// <summary>Number of metadata entries. 0 to 1,000.</summary>
    [Range(0, 1000)]
    public int MaxMetadataEntries { get; init; } = DefaultMaxMetadataEntries;

    /// <summary>UTF-16 units of one key. 1 to 1,000.</summary>
    [Range(1, 1000)]
    public int MaxMetadataKeyLength { get; init; } = DefaultMaxMetadataKeyLength;

    /// <summary>UTF-16 units of one value. 1 to 65,536.</summary>
    [Range(1, 64 * 1024)]
    public int MaxMetadataValueLength { get; init; } = DefaultMaxMetadataValueLength;
}
