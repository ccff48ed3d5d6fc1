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
        if (form is ".jsonl")
        {
            var number = 0;
            await foreach (var line in BoundedLines.ReadAsync(content, MaxBytes, ct))
            {
                number++;
                if (!IsBlank(line))
                {
                    yield return Parse(line, $"{name}:{number}");
                }
            }
        }
        else
        {
            ArticleInput? input;
            try
            {
                var bytes = await BoundedLines.ReadAllAsync(content, MaxBytes, ct);
                input = form is ".json" ? Parse(bytes, name) : Page(bytes, name, form is ".txt");
            }
            catch (InvalidDataException e)
            {
                input = new ArticleInput(name, null, "The file is not valid gzip: " + e.Message);
            }

            yield return input;
        }
    }

    /// <summary>The file's content, unpacked where its name ends in .gz.</summary>
    public static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
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
