using System.CommandLine;
using System.Globalization;
using NewsMesh.Benchmarks.Articles;
using NewsMesh.Benchmarks.Runs;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.Benchmarks.Verbs;

/// <summary><c>concurrency</c>: what the settings of the bus are worth.</summary>
internal static class ConcurrencyBenchmark
{
    private static readonly int[] Concurrencies = [1, 2, 4, 8, 16];
    private static readonly int[] Prefetches = [4, 64];

    public static Command Create()
    {
        var source = new ArticleSource();
        var broker = ServicesBenchmark.BrokerOption();
        var command = new Command("concurrency", "Articles/s of the four services by concurrency and prefetch.") { broker };
        source.AddTo(command);
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(broker), source.Measured(parsed)));
        return command;
    }

    private static async Task RunAsync(string? address, IReadOnlyList<SubmitArticle> articles)
    {
        await using var broker = await BrokerUnderTest.StartAsync(address);
        foreach (var concurrency in Concurrencies)
        {
            await MeasureAsync(broker, concurrency, Math.Max(concurrency, BusOptions.DefaultPrefetch), articles);
        }

        foreach (var prefetch in Prefetches)
        {
            await MeasureAsync(broker, BusOptions.DefaultConcurrency, prefetch, articles);
        }
    }

    private static async Task MeasureAsync(BrokerUnderTest broker, int concurrency, int prefetch, IReadOnlyList<SubmitArticle> articles)
    {
        await using var pipeline = await ServicesPipeline.StartAsync(broker, new Dictionary<string, string>
        {
            ["NewsMesh__BusOptions__Concurrency"] = concurrency.ToString(CultureInfo.InvariantCulture),
            ["NewsMesh__BusOptions__Prefetch"] = prefetch.ToString(CultureInfo.InvariantCulture),
        });
        await pipeline.RunAsync(ArticleSource.WarmUp(), isSampled: false);
        Report.Write($"concurrency {concurrency}, prefetch {prefetch}", await pipeline.RunAsync(articles, isSampled: false));
    }
}
