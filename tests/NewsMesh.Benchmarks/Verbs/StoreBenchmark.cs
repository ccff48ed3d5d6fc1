using System.CommandLine;
using NewsMesh.Benchmarks.Runs;
using NewsMesh.Benchmarks.Store;
using NewsMesh.MongoGateway.Servers;

namespace NewsMesh.Benchmarks.Verbs;

/// <summary><c>store</c>: the MongoDB store beside a bare driver that sends the same commands.</summary>
internal static class StoreBenchmark
{
    private const string Store = "store";

    public static Command Create()
    {
        var articles = new Option<int>("--articles") { Description = "Articles of each measurement.", DefaultValueFactory = _ => 300 };
        var rounds = new Option<int>("--rounds") { Description = "Measurements of each kind.", DefaultValueFactory = _ => 3 };
        var concurrency = new Option<int[]>("--concurrency")
        {
            Description = "Operations at the same time, one or several numbers.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [1, 4, 16],
        };
        var command = new Command("store", "Operations/s of the MongoDB store, beside pymongo and SQLite.") { articles, rounds, concurrency };
        command.SetAction((parsed, _) => RunAsync(
            parsed.GetValue(articles), parsed.GetValue(rounds), parsed.GetValue(concurrency)!));
        return command;
    }

    private static async Task<int> RunAsync(int count, int rounds, int[] concurrencies)
    {
        if (MongoServer.Missing is { } reason)
        {
            Console.Error.WriteLine(reason);
            return 1;
        }

        var articles = StoredArticle.Generate(count);
        await using var server = await MongoServer.StartApartAsync();
        using var recording = await Recording.MakeAsync(server.UriOf($"bench_{Guid.NewGuid():n}"), articles);
        var clients = new StoreClients(server, articles, recording);
        foreach (var name in StoreOperation.All.Select(x => x.Name))
        {
            var documents = Enumerable.Range(0, count).Average(i => recording.Documents(name, i));
            Console.WriteLine($"{name}: {recording.Of(name, 0).Count} commands, {documents:F1} documents read");
        }

        await clients.SqliteAsync(1);
        await clients.WithoutServerAsync();
        await WriteAsync("the store without a server", rounds, new() { [Store] = clients.WithoutServerAsync });

        var bare = await BareDriver.VersionAsync();
        Console.WriteLine(bare ?? "no bare driver: Debian's python3-pymongo is not installed");
        foreach (var concurrency in concurrencies)
        {
            var measured = new Dictionary<string, Func<Task<Dictionary<string, Measured>>>>
            {
                [Store] = () => clients.StoreAsync(concurrency),
                ["its connection alone"] = () => clients.ConnectionAsync(concurrency),
            };
            if (bare is not null)
            {
                measured["pymongo single"] = () => clients.BareAsync("single", concurrency);
                measured["pymongo bulk"] = () => clients.BareAsync("bulk", concurrency);
            }

            measured["SQLite store"] = () => clients.SqliteAsync(concurrency);
            await WriteAsync($"concurrency {concurrency}", rounds, measured);
        }

        return 0;
    }

    private static async Task WriteAsync(string title, int rounds, Dictionary<string, Func<Task<Dictionary<string, Measured>>>> clients)
    {
        var report = new StoreReport([.. clients.Keys]);
        for (var i = 0; i < rounds; i++)
        {
            var round = new Dictionary<string, Dictionary<string, Measured>>();
            foreach (var (name, run) in clients)
            {
                round[name] = await run();
            }

            report.Add(round);
        }

        Report.Write(title, report.Lines());
    }
}
