namespace NewsMesh.Ingest;

/// <summary>Finds the character set of a page in the order of the WHATWG encoding sniffing algorithm (HTML §13.2.3.2).</summary>
/// <remarks>
/// Byte order mark, then the HTTP header, then a meta element or XML declaration in the first 4 KiB, then the bytes
/// themselves. Unlike a browser it checks what it is told: text that is plainly UTF-8 is UTF-8 whatever is declared, and a
/// declaration that the bytes contradict is passed over.
/// </remarks>
public static class CharsetDetector
{
    /// <summary>Also the answer for pure ASCII.</summary>
    public const string Utf8 = "utf-8";

    // This many multi-byte sequences without a single broken one do not come about by chance in any other encoding.
    private const int PlainlyUtf8 = 4;

    // One broken sequence in so many good ones is a slip in a UTF-8 page (a cut end, a pasted comment), not another encoding.
    private const int GoodPerBroken = 20;

    /// <summary>The character set of a page, by a name that Encoding.GetEncoding knows once code pages are registered.</summary>
    /// <param name="body">The page's bytes; any.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    public static string Detect(ReadOnlySpan<byte> body, string? contentType)
    {
        if (ByteOrderMark.Charset(body) is { } marked)
        {
            return marked;
        }

        var utf8 = Utf8Census.Take(body);
        if (utf8.Broken == 0 && utf8.Good >= PlainlyUtf8)
        {
            return Utf8;
        }

        var header = CharsetLabels.Resolve(CharsetLabels.InContentType(contentType));
        if (header is not null && Fits(header, body, utf8))
        {
            return header;
        }

        var meta = CharsetLabels.InMarkup(MetaPrescan.Label(body));
        if (meta is not null && Fits(meta, body, utf8))
        {
            return meta;
        }

        return utf8.Good >= utf8.Broken * GoodPerBroken ? Utf8 : CharsetGuess.Of(body);
    }

    private static bool Fits(string charset, ReadOnlySpan<byte> body, Utf8Census utf8) =>
        charset == Utf8 ? utf8.Good >= utf8.Broken * GoodPerBroken : PageDecoder.Reads(body, charset);
}
