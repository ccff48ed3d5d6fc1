using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.Gateway.Submitting;

/// <summary>Bounds the work in flight and hands submissions to the bus.</summary>
internal sealed class SubmitService(
    IArticleSubmitter submitter,
    UnfinishedSubmissions unfinished,
    GatewayOptions options,
    TimeProvider time,
    ILogger<SubmitService> log) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.MaxConcurrentSubmissions);

    /// <summary>A slot to read and send one request in, or null where all are taken; dispose it when done.</summary>
    public IDisposable? TryTakeSlot() => _slots.Wait(0) ? new Slot(_slots) : null;

    /// <summary>Gives every submission an id, so that its outcome can be asked for.</summary>
    public IReadOnlyList<SubmitArticle> Name(IEnumerable<SubmitArticle> articles) =>
        [.. articles.Select(a => a.Id is null ? a with { Id = NewId() } : a)];

    /// <summary>Whether there is room for these submissions until the pipeline has finished others.</summary>
    public Task<bool> HasRoomAsync(IReadOnlyList<SubmitArticle> articles, CancellationToken ct) =>
        unfinished.TryEnterAsync([.. articles.Select(a => a.Id!)], ct);

    /// <summary>Sends submissions in order and returns when the bus has them: how many it took before it failed, if it did.</summary>
    public async Task<int> SendAsync(IReadOnlyList<SubmitArticle> articles, CancellationToken ct)
    {
        var sent = 0;
        try
        {
            for (; sent < articles.Count; sent++)
            {
                await submitter.SubmitAsync(articles[sent], ct);
            }
        }
        catch (BusUnavailableException e)
        {
            log.SubmissionFailed(articles[sent].Id!, e);
        }
        finally
        {
            await unfinished.LeaveAsync([.. articles.Skip(sent).Select(a => a.Id!)]);
        }

        return sent;
    }

    public void Dispose() => _slots.Dispose();

    private string NewId() => Guid.CreateVersion7(time.GetUtcNow()).ToString("n");

    private sealed class Slot(SemaphoreSlim slots) : IDisposable
    {
        public void Dispose() => slots.Release();
    }
}
