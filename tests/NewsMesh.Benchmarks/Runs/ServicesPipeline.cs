using System.Diagnostics;
using NewsMesh.Benchmarks.Cpu;
using NewsMesh.Contracts;
using NewsMesh.EndToEnd.Tests.Support;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Sqlite;

namespace NewsMesh.Benchmarks.Runs;

/// <summary>The four services as processes of their own on a RabbitMQ broker and a new SQLite file.</summary>
internal sealed class ServicesPipeline : IAsyncDisposable
{
    /// <summary>Without any outcome for this long, something is wrong.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly string _folder = Directory.CreateTempSubdirectory("newsmesh-bench-").FullName;
    private readonly BrokerUnderTest _broker;
    private readonly List<ServiceProcess> _services;
    private readonly SqliteStore _store;
    private long _dropped;

    private ServicesPipeline(BrokerUnderTest broker, IReadOnlyDictionary<string, string> settings)
    {
        _broker = broker;
        var file = Path.Combine(_folder, "newsmesh.db");
        var environment = new Dictionary<string, string>(settings)
        {
            ["NewsMesh__Bus"] = broker.Address.ToString(),
            ["NewsMesh__Store"] = "sqlite:" + file,
            ["Logging__LogLevel__Default"] = "Warning",
        };
        _services = [.. ((string[])["Ingest", "Stripping", "Entities", "Dedup"]).Select(name => new ServiceProcess(name, environment))];
        _store = SqliteStore.Open(file);
    }

    public static async Task<ServicesPipeline> StartAsync(BrokerUnderTest broker, IReadOnlyDictionary<string, string> settings)
    {
        var pipeline = new ServicesPipeline(broker, settings);
        try
        {
            pipeline._services.ForEach(service => service.Start());
            foreach (var service in pipeline._services)
            {
                await service.ReadyAsync();
            }

            return pipeline;
        }
        catch
        {
            await pipeline.DisposeAsync();
            throw;
        }
    }

    /// <summary>Drops the articles on the queue and waits for the outcome of each.</summary>
    /// <param name="articles">Submissions of ids that this pipeline has not had.</param>
    /// <param name="isSampled">Whether to sample what the processor does, where that is possible; sampling costs a little.</param>
    public async Task<Figures> RunAsync(IReadOnlyList<SubmitArticle> articles, bool isSampled)
    {
        var processes = _services.Select(x => (x.Name, x.Id)).ToList();
        using var profile = isSampled ? CpuProfile.TryStart(processes.Select(x => x.Id)) : null;
        if (_broker.ProcessId is { } id)
        {
            processes.Add(("RabbitMQ", id));
        }

        var before = processes.ConvertAll(x => ProcessCpu.Seconds(x.Id));
        var watch = Stopwatch.StartNew();
        await _broker.DropAsync(articles);
        _dropped += articles.Count;
        await OutcomesAsync();
        watch.Stop();
        var used = processes.Select((x, i) => ProcessCpu.Seconds(x.Id) - before[i]).ToList();
        var samples = profile is null ? null : await profile.StopAsync();
        return new Figures(
            articles.Count, watch.Elapsed, [.. processes.Select((x, i) => new ProcessFigures(x.Name, used[i], samples?.GetValueOrDefault(x.Id)))]);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task OutcomesAsync()
    {
        var last = 0L;
        for (var sinceLast = Stopwatch.StartNew(); last < _dropped;)
        {
            await Task.Delay(Pause);
            var counts = await _store.Submissions.CountByStatusAsync();
            var finished = counts.Where(x => x.Key != SubmissionStatus.Pending).Sum(x => x.Value);
            if (finished > last)
            {
                last = finished;
                sinceLast.Restart();
            }
            else if (sinceLast.Elapsed > Patience)
            {
                throw new TimeoutException($"{finished} of {_dropped} articles have an outcome, and no more come.");
            }
        }
    }
}
