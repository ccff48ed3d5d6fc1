using System.CommandLine;
using NewsMesh.Benchmarks.Articles;
using NewsMesh.Benchmarks.Cpu;
using NewsMesh.Benchmarks.Runs;
using NewsMesh.Contracts;

namespace NewsMesh.Benchmarks.Verbs;

/// <summary><c>services</c>: four processes on RabbitMQ.</summary>
internal static class ServicesBenchmark
{
    /// <summary>Where a broker runs already.</summary>
    public static Option<string?> BrokerOption() => new("--broker") { Description = "amqp://… of a running broker; one of its own by default." };

    public static Command Create()
    {
        var source = new ArticleSource();
        var broker = BrokerOption();
        var command = new Command("services", "Articles/s of the four services as processes on RabbitMQ, SQLite.") { broker };
        source.AddTo(command);
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(broker), source.Measured(parsed)));
        return command;
    }

    private static async Task RunAsync(string? address, IReadOnlyList<SubmitArticle> articles)
    {
        await using var broker = await BrokerUnderTest.StartAsync(address);
        await using (var pipeline = await ServicesPipeline.StartAsync(broker, new Dictionary<string, string>()))
        {
            await pipeline.RunAsync(ArticleSource.WarmUp(), isSampled: false);
            Report.Write("four services", await pipeline.RunAsync(articles, isSampled: false));
        }

        await using (var pipeline = await ServicesPipeline.StartAsync(broker, CpuProfile.Settings))
        {
            await pipeline.RunAsync(ArticleSource.WarmUp(), isSampled: false);
            Report.Write("four services, sampled", await pipeline.RunAsync(articles, isSampled: true));
        }
    }
}
