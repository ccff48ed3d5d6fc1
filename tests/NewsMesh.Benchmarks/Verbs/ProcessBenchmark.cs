using System.CommandLine;
using NewsMesh.Benchmarks.Articles;
using NewsMesh.Benchmarks.Runs;

namespace NewsMesh.Benchmarks.Verbs;

/// <summary><c>process</c>: everything in one process.</summary>
internal static class ProcessBenchmark
{
    public static Command Create()
    {
        var source = new ArticleSource();
        var command = new Command("process", "Articles/s of all stages in one process, bus in memory, SQLite.");
        source.AddTo(command);
        command.SetAction((parsed, _) => RunAsync(source.Measured(parsed)));
        return command;
    }

    private static async Task RunAsync(IReadOnlyList<Contracts.SubmitArticle> articles)
    {
        await using (var warmUp = await InProcessPipeline.StartAsync())
        {
            await warmUp.RunAsync(ArticleSource.WarmUp(), isSampled: false);
        }

        foreach (var isSampled in (bool[])[false, true])
        {
            await using var pipeline = await InProcessPipeline.StartAsync();
            var figures = await pipeline.RunAsync(articles, isSampled);
            Report.Write(isSampled ? "one process, sampled" : "one process", figures);
        }
    }
}
