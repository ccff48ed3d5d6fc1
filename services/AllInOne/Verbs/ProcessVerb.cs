using System.CommandLine;
using NewsMesh.AllInOne.Hosting;
using NewsMesh.AllInOne.Inputs;
using NewsMesh.AllInOne.Processing;
using NewsMesh.ServiceDefaults.Hosting;
using NewsMesh.ServiceDefaults.Outcomes;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.AllInOne.Verbs;

/// <summary><c>newsmesh process PATH…</c>: files through the whole pipeline, one enriched article a line.</summary>
internal static class ProcessVerb
{
    /// <summary>Articles in the pipeline at once, per core: enough to keep every stage busy, few enough to bound memory.</summary>
    private const int InFlightPerCore = 8;

    private sealed record Arguments(string[] Paths, string? Out, string? Rejected, string? Store, bool Strict);

    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Files (.html, .txt, each also .gz; .json, .jsonl of submissions) or folders of these.",
        };
        var output = new Option<string?>("--out") { Description = "File of one enriched article a line; standard output by default." };
        var rejected = new Option<string?>("--rejected") { Description = "File of one rejection a line." };
        var store = new Option<string?>("--store") { Description = "sqlite:PATH or mongodb://…; a temporary one by default." };
        var strict = new Option<bool>("--strict") { Description = "Exit code 1 where an article was rejected." };
        var command = new Command("process", "Runs files through the whole pipeline.") { paths, output, rejected, store, strict };
        command.SetAction((parsed, ct) => RunAsync(
            new(parsed.GetValue(paths)!, parsed.GetValue(output), parsed.GetValue(rejected), parsed.GetValue(store), parsed.GetValue(strict)), ct));
        return command;
    }

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var files = InputFiles.Find(arguments.Paths, InputFiles.ArticleEndings);
        using var folder = TemporaryFolder.Create();
        using var host = CreateHost(arguments.Store ?? $"sqlite:{Path.Combine(folder.Path, "newsmesh.db")}");
        await using var output = JsonLines.Create(arguments.Out);
        await using var rejections = arguments.Rejected is { } path ? JsonLines.Create(path) : null;
        await host.StartAsync(ct);
        try
        {
            var clock = host.Services.GetRequiredService<TimeProvider>();
            var start = clock.GetTimestamp();
            var summary = new BatchSummary();
            var run = host.Services.GetRequiredService<BatchRun>();
            await Progress.RunAsync("processing", async tick =>
            {
                await foreach (var result in Batch.RunInOrderAsync(InputReader.ReadAsync(files, ct), run.RunAsync, Environment.ProcessorCount * InFlightPerCore, ct))
                {
                    summary.Add(result);
                    tick();
                    if (IsWritten(result, arguments.Store is not null))
                    {
                        await output.WriteAsync(EnrichedArticles.ToEvent(result.Revision!), ct);
                    }
                    else if (result.Rejected is { } refusal && rejections is not null)
                    {
                        await rejections.WriteAsync(refusal, ct);
                    }
                }
            });
            foreach (var line in summary.Lines(clock.GetElapsedTime(start)))
            {
                await Console.Error.WriteLineAsync(line);
            }

            return arguments.Strict && summary.Rejected > 0 ? ExitCodes.SomeRejected : ExitCodes.Done;
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static bool IsWritten(BatchRun.Result result, bool isLastingStore) =>
        result.Revision is { Duplicate: not null, Story: not null }
        && (result.Status == SubmissionStatus.Enriched || (isLastingStore && result.Status == SubmissionStatus.Unchanged));

    private static IHost CreateHost(string store)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("MassTransit", LogLevel.Error);
        builder.Logging.AddConsole(x => x.LogToStandardErrorThreshold = LogLevel.Trace);
        var options = PipelineHost.Configure(builder, "inmemory", store, urls: null);
        PipelineHost.AddStages(builder);
        builder.Services.AddSingleton<OutcomeHub>();
        builder.Services.AddSingleton<IOutcomeListener>(services => services.GetRequiredService<OutcomeHub>());
        builder.Services.AddSingleton<BatchRun>();
        builder.AddNewsMesh(PipelineHost.Name, options);
        return builder.Build();
    }
}
