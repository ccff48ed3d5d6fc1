using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsMesh.Contracts;
using NewsMesh.Ingest;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.AllInOne.Inputs;

/// <summary>Reads article files, one article at a time.</summary>
internal static class InputReader
{
    /// <summary>
    /// Bytes read of one page or line: above every limit of ingest, which rejects what is too large; what a compressed bomb
    /// or a file without line ends holds beyond that is never in memory.
    /// </summary>
    private const int MaxBytes = BusOptions.DefaultMaxSubmissionBytes;

    /// <summary>The articles of one file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async IAsyncEnumerable<ArticleInput> ReadAsync(
        string path, string name, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var content = Open(path);
        var form = FormOf(path);
        await using var parts = form is ".jsonl"
            ? BoundedLines.ReadAsync(content, MaxBytes, ct).GetAsyncEnumerator(ct)
            : Whole(content, ct).GetAsyncEnumerator(ct);
        for (var number = 1; ; number++)
        {
            string? fault = null;
            try
            {
                if (!await parts.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (InvalidDataException e)
            {
                fault = "The file is not valid gzip: " + e.Message;
            }

            if (fault is not null)
            {
                yield return new ArticleInput(name, null, fault);
                yield break;
            }

            if (form is not ".jsonl")
            {
                yield return form is ".json" ? Parse(parts.Current, name) : Page(parts.Current, name, form is ".txt");
            }
            else if (!IsBlank(parts.Current))
            {
                yield return Parse(parts.Current, $"{name}:{number}");
            }
        }
    }

    /// <summary>The articles of many files, in order.</summary>
    public static async IAsyncEnumerable<ArticleInput> ReadAsync(
        IEnumerable<(string Path, string Name)> files, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var (path, name) in files)
        {
            await foreach (var input in ReadAsync(path, name, ct))
            {
                yield return input;
            }
        }
    }

    /// <summary>One page or text file, decoded: the page's own charset, or the one that its bytes tell of.</summary>
    /// <returns>The text, and whether it is plain text rather than HTML.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UsageException">The file is not valid gzip.</exception>
    public static async Task<(string Text, bool IsPlain)> ReadPageAsync(string path, CancellationToken ct = default)
    {
        await using var content = Open(path);
        try
        {
            var bytes = await BoundedLines.ReadAllAsync(content, MaxBytes, ct);
            return (PageDecoder.Decode(bytes, null).Text, FormOf(path) is ".txt");
        }
        catch (InvalidDataException e)
        {
            throw new UsageException($"'{path}' is not valid gzip: {e.Message}");
        }
    }

    /// <summary>The file's content, unpacked where its name ends in .gz.</summary>
    public static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static async IAsyncEnumerable<byte[]> Whole(Stream content, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await BoundedLines.ReadAllAsync(content, MaxBytes, ct);
    }

    private static string FormOf(string path)
    {
        var unpacked = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(unpacked).ToLowerInvariant();
    }

    private static ArticleInput Page(byte[] bytes, string name, bool isText)
    {
        var text = PageDecoder.Decode(bytes, null).Text;
        return new ArticleInput(name, isText ? new SubmitArticle { Text = text } : new SubmitArticle { Html = text });
    }

    private static ArticleInput Parse(byte[] json, string name)
    {
        try
        {
            var article = JsonSerializer.Deserialize<SubmitArticle>(json, EventJson.Options);
            return article is null ? new ArticleInput(name, null, "The input is JSON null.") : new ArticleInput(name, article);
        }
        catch (JsonException e)
        {
            return new ArticleInput(name, null, "The input is not a submission: " + e.Message);
        }
    }

    private static bool IsBlank(byte[] line) => line.AsSpan().Trim(" \t\r\n"u8).IsEmpty;
}
