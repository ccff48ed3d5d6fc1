using NewsMesh.ServiceDefaults;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Submitting;

/// <summary>
/// Bounds the submissions accepted here that have no outcome yet. The in-memory bus takes everything it is given and
/// keeps it in memory: without this bound a fast submitter would fill the process.
/// </summary>
internal sealed class UnfinishedSubmissions(
    IStore store, BusAddress bus, GatewayOptions options, TimeProvider time) : IDisposable
{
    /// <summary>A submission without an outcome for so long is lost or waits in a queue outside: it no longer counts.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    /// <summary>The store is asked at most this often, whatever the number of refused requests.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<string, DateTimeOffset> _open = new(StringComparer.Ordinal);
    private readonly int _max = options.MaxUnfinished;
    private readonly bool _bounded = bus.IsInMemory;
    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;

    /// <summary>Takes all of the ids in, or none where there is no room for them.</summary>
    public async Task<bool> TryEnterAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        if (!_bounded)
        {
            return true;
        }

        await _gate.WaitAsync(ct);
        try
        {
            var now = time.GetUtcNow();
            if (_open.Count + ids.Count > _max && now - _lookedAt >= LookInterval)
            {
                _lookedAt = now;
                await ReleaseFinishedAsync(now, ct);
            }

            if (_open.Count + ids.Count > _max)
            {
                return false;
            }

            foreach (var id in ids)
            {
                _open[id] = now;
            }

            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes ids out again that were never sent.</summary>
    public async Task LeaveAsync(IReadOnlyCollection<string> ids)
    {
        await _gate.WaitAsync();
        try
        {
            foreach (var id in ids)
            {
                _open.Remove(id);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task ReleaseFinishedAsync(DateTimeOffset now, CancellationToken ct)
    {
        foreach (var (id, since) in _open.ToArray())
        {
            if (now - since > Forgotten
                || await store.Submissions.GetAsync(id, ct) is { Status: not SubmissionStatus.Pending })
            {
                _open.Remove(id);
            }
        }
    }
}
