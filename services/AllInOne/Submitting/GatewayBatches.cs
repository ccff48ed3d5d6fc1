using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsMesh.AllInOne.Inputs;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.AllInOne.Submitting;

/// <summary>Cuts a stream of articles into requests that a gateway with default limits takes.</summary>
internal static class GatewayBatches
{
    /// <summary>Half of what a gateway takes by default in one request.</summary>
    private const int MaxArticles = 50;

    /// <summary>A quarter of a gateway's default limit; a larger article goes alone, and the gateway judges it.</summary>
    private const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>One article as JSON, or why the input was none.</summary>
    public sealed record Item(string Name, string? SubmissionId, byte[]? Json, string? Fault);

    /// <summary>The inputs in order, in batches of bounded number and size.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<Item>> CutAsync(
        IAsyncEnumerable<ArticleInput> inputs, [EnumeratorCancellation] CancellationToken ct)
    {
        var batch = new List<Item>();
        var bytes = 0L;
        await foreach (var input in inputs.WithCancellation(ct))
        {
            var json = input.Article is null ? null : JsonSerializer.SerializeToUtf8Bytes(input.Article, EventJson.Options);
            var size = json?.Length ?? 0;
            if (batch.Count == MaxArticles || (batch.Count > 0 && bytes + size > MaxBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(new Item(input.Name, input.Article?.Id, json, input.Fault));
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>The JSON array of a request.</summary>
    public static byte[] ToArray(IEnumerable<Item> items)
    {
        using var array = new MemoryStream();
        var separator = (byte)'[';
        foreach (var item in items)
        {
            array.WriteByte(separator);
            array.Write(item.Json);
            separator = (byte)',';
        }

        array.WriteByte((byte)']');
        return array.ToArray();
    }
}
