using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsMesh.Stripping.Training;

/// <summary>The extraction benchmark on this machine: the folder that <c>NEWSMESH_BENCH</c> names, else <c>../shared/bench</c>
/// beside the repository.</summary>
internal static partial class Bench
{
    private const int DeclarationReach = 4096;

    public static string? Folder { get; } = Find();

    /// <summary>The set with whole article texts.</summary>
    public const string FullTexts = "scrapinghub";

    /// <summary>The set with wanted and unwanted segments.</summary>
    public const string Segments = "segments";

    /// <summary>Pages of one set, by id.</summary>
    public static IEnumerable<BenchPage> Pages(string set) =>
        Truth(set).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new BenchPage(set, t.Key, t.Value));

    /// <summary>Truth of one set (<c>scrapinghub</c> or <c>segments</c>) by page id.</summary>
    public static Dictionary<string, JsonElement> Truth(string set) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(Path.Combine(Folder!, set, "truth.json")))!;

    /// <summary>The text of a gzipped page: UTF-8 where it is, else what the page declares, else Windows-1252.</summary>
    public static string Read(params string[] path)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine([Folder!, .. path])), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return Decode(bytes.ToArray());
    }

    private static string Decode(byte[] page)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(page).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            var declared = Charset().Match(Encoding.Latin1.GetString(page, 0, Math.Min(DeclarationReach, page.Length)));
            var name = declared.Success ? declared.Groups[1].Value : "";
            return EncodingOf(name).GetString(page);
        }
    }

    // As browsers do, Latin-1 is read as Windows-1252, which the provider knows and which differs in quotes and dashes.
    private static Encoding EncodingOf(string name) =>
        name.StartsWith("utf", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8
            : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static string? Find()
    {
        var folder = Environment.GetEnvironmentVariable("NEWSMESH_BENCH") ?? Repository.Shared("bench");
        return folder is null || !Directory.Exists(Path.Combine(folder, "extraction")) ? null : Path.Combine(folder, "extraction");
    }

    [GeneratedRegex("charset=[\"']?([A-Za-z0-9_-]+)")]
    private static partial Regex Charset();
}
