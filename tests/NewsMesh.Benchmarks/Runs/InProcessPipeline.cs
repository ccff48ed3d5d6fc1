using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsMesh.Benchmarks.Cpu;
using NewsMesh.Contracts;
using NewsMesh.Dedup.Service;
using NewsMesh.Entities.Service;
using NewsMesh.Ingest.Service;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Hosting;
using NewsMesh.ServiceDefaults.Outcomes;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;
using NewsMesh.Stripping.Service;

namespace NewsMesh.Benchmarks.Runs;

/// <summary>All stages in this process, the bus in memory, a new SQLite file: what <c>newsmesh process</c> runs.</summary>
internal sealed class InProcessPipeline : IAsyncDisposable
{
    private static readonly int InFlight = 8 * Environment.ProcessorCount;

    private readonly string _folder = Directory.CreateTempSubdirectory("newsmesh-bench-").FullName;
    private readonly Flow _flow = new();
    private readonly IHost _host;

    private InProcessPipeline()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.AddIngest();
        builder.AddStripping();
        builder.AddEntities();
        builder.AddDedup();
        builder.Services.AddSingleton<IOutcomeListener>(_flow);
        builder.AddNewsMesh("benchmark", new NewsMeshOptions
        {
            Bus = NewsMeshOptions.InMemoryBus,
            Store = $"sqlite:{Path.Combine(_folder, "newsmesh.db")}{StoreUri.NormalSuffix}",
        });
        _host = builder.Build();
    }

    public static async Task<InProcessPipeline> StartAsync()
    {
        var pipeline = new InProcessPipeline();
        await pipeline._host.StartAsync();
        return pipeline;
    }

    /// <summary>Sends the articles through and waits for the outcome of each.</summary>
    /// <param name="articles">Submissions of different ids.</param>
    /// <param name="isSampled">Whether to sample what the processor does, where that is possible; sampling costs a little.</param>
    public async Task<Figures> RunAsync(IReadOnlyList<SubmitArticle> articles, bool isSampled)
    {
        var submitter = _host.Services.GetRequiredService<IArticleSubmitter>();
        using var profile = isSampled ? CpuProfile.TryStart([Environment.ProcessId]) : null;
        var cpu = ProcessCpu.Seconds(Environment.ProcessId);
        var watch = Stopwatch.StartNew();
        foreach (var article in articles)
        {
            await _flow.EnterAsync();
            await submitter.SubmitAsync(article);
        }

        await _flow.DrainAsync();
        watch.Stop();
        cpu = ProcessCpu.Seconds(Environment.ProcessId) - cpu;
        var samples = profile is null ? null : (await profile.StopAsync())[Environment.ProcessId];
        return new Figures(articles.Count, watch.Elapsed, [new ProcessFigures("process", cpu, samples)]);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }

        _flow.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Bounds the articles in flight, as the bus inside a process asks for.</summary>
    private sealed class Flow : IOutcomeListener, IDisposable
    {
        private readonly SemaphoreSlim _places = new(InFlight);

        public Task EnterAsync() => _places.WaitAsync();

        public async Task DrainAsync()
        {
            for (var i = 0; i < InFlight; i++)
            {
                await _places.WaitAsync();
            }

            _places.Release(InFlight);
        }

        public void OnOutcome(SubmissionOutcome outcome) => _places.Release();

        public void Dispose() => _places.Dispose();
    }
}
