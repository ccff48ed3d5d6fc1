namespace NewsMesh.Ingest;

internal static class ByteOrderMark
{
    /// <summary>The character set that a byte order mark says, or null.</summary>
    public static string? Charset(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => CharsetDetector.Utf8,
        [0xFE, 0xFF, ..] => "utf-16be",
        [0xFF, 0xFE, ..] => "utf-16le",
        _ => null,
    };
}
