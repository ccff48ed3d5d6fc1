using System.Net;
using MongoDB.Bson;
using NewsMesh.EndToEnd.Tests.Support;
using Xunit.Abstractions;

namespace NewsMesh.EndToEnd.Tests;

/// <summary>Nothing is lost whatever the MongoDB server does in the middle of a load.</summary>
[Collection(MongoPipelineGroup.Name)]
public sealed class MongoFaultTests(MongoPipelineFixture fixture, ITestOutputHelper output)
{
    /// <summary>Numbers of articles that no other test drops.</summary>
    private const int First = 10_000;
    private const int Count = 400;

    private const string Commands = "failCommands: ['find', 'aggregate', 'insert', 'update', 'findAndModify']";

    /// <summary>Outcomes between two faults, so that each meets a pipeline at work.</summary>
    private const int Progress = 5;

    /// <summary>Long enough for messages to get through all quick retries and wait for the store.</summary>
    private static readonly TimeSpan Spell = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What happens, the fail point and its data.</summary>
    private static readonly IReadOnlyList<(string What, string Point, string Data)> Faults =
    [
        ("connections are cut", "failCommand", $"{Commands}, closeConnection: true"),
        ("writes are done, their replies lost", "onPrimaryTransactionalWrite", "closeConnection: true"),
        ("the server is no primary", "failCommand", $"{Commands}, errorCode: 10107, errorLabels: ['RetryableWriteError']"),
        ("the primary steps down", "failCommand", $"{Commands}, errorCode: 189, errorLabels: ['RetryableWriteError']"),
        ("the disk is full", "failCommand", "failCommands: ['insert', 'update', 'findAndModify'], errorCode: 14031"),
        ("answers are slow, and the pool is exhausted", "failCommand", $"{Commands}, blockConnection: true, blockTimeMS: 1500"),
    ];

    private Pipeline Pipeline => fixture.Pipeline;

    [MongoPipelineFact]
    public async Task Every_article_has_one_outcome_though_the_store_fails_in_every_way_and_its_engine_is_killed()
    {
        await using var load = await Load.BeginAsync(fixture.Broker, Pipeline);
        await load.DropAsync(First, First + Count);
        foreach (var (what, point, data) in Faults)
        {
            await GoOnAsync(load, what);
            Assert.True(await StrikeAsync(point, data) > 0, $"Nothing happened to a command while {what}.");
        }

        await GoOnAsync(load, "the engine is killed");
        await KillAndRestartEngineAsync();
        await GoOnAsync(load, "a service is killed");
        await Pipeline["Dedup"].KillAsync();
        Pipeline["Dedup"].Start();

        var repeats = await load.AssertAccountedAsync(Count);
        output.WriteLine($"{Count} articles, {repeats} events repeated under their message id");
        await AssertToldAsync();
    }

    /// <summary>Waits until work gets done, and there is some left.</summary>
    private async Task GoOnAsync(Load load, string next)
    {
        var before = await load.FinishedAsync();
        var now = before;
        await Eventually.TrueAsync(
            async () => (now = await load.FinishedAsync()) >= before + Progress, Patience, $"work goes on before {next}");
        output.WriteLine($"{now} outcomes before {next}");
        Assert.True(now < Count, $"All is done before {next}.");
    }

    /// <summary>Sets a fail point for a while. Gives how often it struck.</summary>
    private async Task<int> StrikeAsync(string point, string data)
    {
        await ConfigureAsync("'alwaysOn'");
        await Task.Delay(Spell);
        return await ConfigureAsync("'off'");

        async Task<int> ConfigureAsync(string mode)
        {
            var reply = await fixture.Server.RunAsync(
                "admin", BsonDocument.Parse($"{{ configureFailPoint: '{point}', mode: {mode}, data: {{ {data} }} }}"));
            return reply!["count"].ToInt32();
        }
    }

    private async Task KillAndRestartEngineAsync()
    {
        await fixture.Server.KillEngineAsync();
        foreach (var service in Pipeline.Services)
        {
            await Eventually.TrueAsync(async () => !await service.IsReadyAsync(), Patience, $"{service.Name} without its store is not ready");
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Pipeline.Gateway.CodeOfAsync("/articles"));
        Assert.Equal(HttpStatusCode.OK, await Pipeline.Gateway.CodeOfAsync("/health/live"));
        await fixture.Server.StartEngineAsync();
        foreach (var service in Pipeline.Services)
        {
            await service.ReadyAsync();
        }
    }

    /// <summary>Traces, metrics and logs tell what was tried again and what waited.</summary>
    private async Task AssertToldAsync()
    {
        await Eventually.TrueAsync(
            () => Task.FromResult(fixture.Otlp.Metrics.ContainsKey("newsmesh.store.retries")), Patience, "retries are counted");
        var retried = fixture.Otlp.Spans.SelectMany(span => span.Events).Where(e => e.Name == "retry").Select(e => e.Attributes["error.type"]);
        Assert.Superset(new HashSet<string> { "unreachable", "10107", "189" }, retried.ToHashSet());
        var logs = string.Concat(Pipeline.Services.Select(service => service.Output));
        Assert.Contains("A message waits and will be tried again: The store at mongodb://", logs, StringComparison.Ordinal);
        Assert.Contains("connections were busy", logs, StringComparison.Ordinal);
        Assert.DoesNotContain("failed for good", logs, StringComparison.Ordinal);
    }
}
