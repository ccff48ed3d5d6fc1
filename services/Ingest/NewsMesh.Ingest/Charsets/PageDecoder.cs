using System.Text;

namespace NewsMesh.Ingest;

/// <summary>Turns the bytes of a page or text file into a string. What cannot be read becomes U+FFFD.</summary>
public static class PageDecoder
{
    // A wrong multi-byte encoding breaks at every few characters, a right one hardly ever: half a percent of damage passes.
    private const double MaxBrokenShare = 0.005;

    // The start of a page tells as much as all of it.
    private const int TrialLength = 64 * 1024;

    private static readonly DecoderFallback Replacement = new DecoderReplacementFallback("\uFFFD");

    /// <summary>Detects the character set (<see cref="CharsetDetector"/>) and reads the page, without a byte order mark.</summary>
    /// <param name="body">The page's bytes; any.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    public static (string Text, string Charset) Decode(byte[] body, string? contentType)
    {
        var charset = CharsetDetector.Detect(body, contentType);
        return (DecodeAs(body, charset), charset);
    }

    /// <summary>Reads a page in a known character set, without a byte order mark.</summary>
    /// <exception cref="ArgumentException">No such character set.</exception>
    public static string DecodeAs(ReadOnlySpan<byte> body, string charset)
    {
        var encoding = EncodingOf(charset);
        var mark = encoding.GetPreamble();
        return encoding.GetString(mark.Length > 0 && body.StartsWith(mark) ? body[mark.Length..] : body);
    }

    /// <summary>Whether a page's start reads in a character set with hardly a broken character among those beyond ASCII.</summary>
    internal static bool Reads(ReadOnlySpan<byte> body, string charset)
    {
        int foreign = 0, broken = 0;
        foreach (var c in DecodeAs(body[..Math.Min(body.Length, TrialLength)], charset))
        {
            foreign += c > '\u007F' ? 1 : 0;
            broken += c == '\uFFFD' ? 1 : 0;
        }

        // The cut at the trial's end may break one.
        return broken <= 1 || broken <= foreign * MaxBrokenShare;
    }

    private static Encoding EncodingOf(string charset) =>
        CodePagesEncodingProvider.Instance.GetEncoding(charset, EncoderFallback.ReplacementFallback, Replacement)
        ?? Encoding.GetEncoding(charset, EncoderFallback.ReplacementFallback, Replacement);
}
