using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsMesh.AllInOne.Inputs;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.AllInOne.Submitting;

/// <summary>Drops articles by <c>POST /articles</c> of a gateway, in batches; waits where the gateway asks for it.</summary>
internal sealed class GatewaySink(Uri gateway, TimeProvider clock) : IArticleSink
{
    /// <summary>A gateway that takes nothing for so long is stuck: its own account of unfinished work ends earlier.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http = new();

    public async IAsyncEnumerable<SubmitResult> SendAsync(
        IAsyncEnumerable<ArticleInput> inputs, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var batch in GatewayBatches.CutAsync(inputs, ct))
        {
            foreach (var result in await SendBatchAsync(batch, ct))
            {
                yield return result;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<SubmitResult>> SendBatchAsync(IReadOnlyList<GatewayBatches.Item> batch, CancellationToken ct)
    {
        var results = new List<SubmitResult>(batch.Count);
        var start = clock.GetTimestamp();
        while (results.Count < batch.Count)
        {
            GatewayBatches.Item[] rest = [.. batch.Skip(results.Count)];
            if (rest[0].Json is null)
            {
                results.Add(new SubmitResult(rest[0].Name, null, rest[0].Fault));
                continue;
            }

            GatewayBatches.Item[] sent = [.. rest.TakeWhile(item => item.Json is not null)];
            using var answer = await PostAsync(sent, ct);
            if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge)
            {
                results.AddRange(await RefusedAsync(sent, answer, ct));
                continue;
            }

            var taken = await ReadTakenAsync(answer, ct);
            results.AddRange(sent.Take(taken).Select(item => new SubmitResult(item.Name, item.SubmissionId)));
            if (taken < sent.Length)
            {
                start = taken > 0 ? clock.GetTimestamp() : start;
                if (clock.GetElapsedTime(start) > Patience)
                {
                    throw new BusUnavailableException($"The gateway at {gateway} has been too busy for {Patience.TotalMinutes} minutes.");
                }

                await Task.Delay(PauseOf(answer), clock, ct);
            }
        }

        return results;
    }

    /// <summary>The gateway refuses a batch for one article of it: they go one by one, so that only that one is refused.</summary>
    private async Task<IReadOnlyList<SubmitResult>> RefusedAsync(
        GatewayBatches.Item[] sent, HttpResponseMessage answer, CancellationToken ct)
    {
        if (sent.Length == 1)
        {
            return [new SubmitResult(sent[0].Name, null, await DetailAsync(answer, ct))];
        }

        var results = new List<SubmitResult>(sent.Length);
        foreach (var item in sent)
        {
            results.AddRange(await SendBatchAsync([item], ct));
        }

        return results;
    }

    private async Task<HttpResponseMessage> PostAsync(IReadOnlyList<GatewayBatches.Item> items, CancellationToken ct)
    {
        try
        {
            using var content = new ByteArrayContent(GatewayBatches.ToArray(items));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return await _http.PostAsync(new Uri(gateway, "articles"), content, ct);
        }
        catch (HttpRequestException e)
        {
            throw new BusUnavailableException($"The gateway at {gateway} does not answer: {e.Message}", e);
        }
        catch (TaskCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new BusUnavailableException($"The gateway at {gateway} did not answer in time.", e);
        }
    }

    /// <summary>How many of the batch, from its start, the gateway has taken.</summary>
    private async Task<int> ReadTakenAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        switch (answer.StatusCode)
        {
            case HttpStatusCode.TooManyRequests:
                return 0;
            case HttpStatusCode.Accepted or HttpStatusCode.ServiceUnavailable:
                using (var body = await ReadJsonAsync(answer, ct))
                {
                    return body?.RootElement is { ValueKind: JsonValueKind.Object } root
                        && root.TryGetProperty("submissions", out var list) && list.ValueKind == JsonValueKind.Array
                        ? list.GetArrayLength()
                        : 0;
                }

            default:
                throw new UsageException($"The gateway at {gateway} answered {(int)answer.StatusCode}: {await DetailAsync(answer, ct)}");
        }
    }

    private static async Task<string> DetailAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        using var body = await ReadJsonAsync(answer, ct);
        return body?.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("detail", out var detail) && detail.ValueKind == JsonValueKind.String
            ? detail.GetString()!
            : answer.ReasonPhrase ?? "no reason given";
    }

    private static async Task<JsonDocument?> ReadJsonAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan PauseOf(HttpResponseMessage answer)
    {
        var asked = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => DefaultPause,
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked > LongestPause ? LongestPause : asked;
    }
}
