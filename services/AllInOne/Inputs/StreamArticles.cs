using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsMesh.Dedup;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.AllInOne.Inputs;

/// <summary>Reads a stream of articles: one <c>{id, title, text, publishedAt, source}</c> a line.</summary>
internal static class StreamArticles
{
    /// <summary>Longest line, bytes: no article text comes near it.</summary>
    private const int MaxLineBytes = BusOptions.DefaultMaxSubmissionBytes;

    /// <summary>The articles in the order of their lines; blank lines are passed over.</summary>
    /// <exception cref="UsageException">A line that is no such article, or a file that is not valid gzip.</exception>
    public static async IAsyncEnumerable<StreamArticle> ReadAsync(string path, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var content = InputReader.Open(path);
        await using var lines = BoundedLines.ReadAsync(content, MaxLineBytes, ct).GetAsyncEnumerator(ct);
        for (var number = 1; await MoveNextAsync(lines, path); number++)
        {
            if (!lines.Current.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
            {
                yield return Parse(lines.Current, $"{path}:{number}");
            }
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<byte[]> lines, string path)
    {
        try
        {
            return await lines.MoveNextAsync();
        }
        catch (InvalidDataException e)
        {
            throw new UsageException($"'{path}' is not valid gzip: {e.Message}");
        }
    }

    private static StreamArticle Parse(byte[] line, string place)
    {
        try
        {
            var article = JsonSerializer.Deserialize<StreamArticle>(line, EventJson.Options);
            return article is { Id: { Length: > 0 } }
                ? article with { Title = article.Title ?? "", Text = article.Text ?? "" }
                : throw new UsageException($"{place}: the article has no id.");
        }
        catch (JsonException e)
        {
            throw new UsageException($"{place} is no article: {e.Message}");
        }
    }
}
