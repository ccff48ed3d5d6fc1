using NewsMesh.AllInOne.Tests.Support;
using NewsMesh.EndToEnd.Tests.Support;
using RabbitMQ.Client;

namespace NewsMesh.AllInOne.Tests;

[Collection(CommandLineTests.Name)]
public sealed class DeadLettersTests(BrokerFixture fixture) : IClassFixture<BrokerFixture>, IAsyncLifetime
{
    private const string Queue = "newsmesh.stripping";

    public async Task InitializeAsync()
    {
        if (RabbitMqBroker.OwnMissing is null)
        {
            await fixture.TakeAllAsync(Queue);
            await fixture.TakeAllAsync(Queue + "_error");
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [RabbitMqFact(own: true)]
    public async Task Listing_tells_each_failure_and_leaves_all_in_place_however_often()
    {
        await FailAsync("one", "two", "three");

        CommandResult result;
        string[]? first = null;
        for (var i = 0; i < 25; i++)
        {
            result = await RunAsync("list");
            first ??= result.OutputLines;
            Assert.Equal(first, result.OutputLines);
        }

        Assert.Equal(
            ["newsmesh.stripping\t1\t2026-03-01T10:00:00Z\tmessage-one\tone\tSystem.InvalidOperationException\tIt broke. [2J", .. first![1..]],
            first);
        Assert.Equal(["one", "two", "three"], first.Select(line => line.Split('\t')[4]));
        Assert.Single((await RunAsync("list", "--limit", "1")).OutputLines);
        Assert.Equal(["one", "two", "three"], (await fixture.TakeAllAsync(Queue + "_error")).Select(m => m.Properties.MessageId![8..]));
    }

    [RabbitMqFact(own: true)]
    public async Task Show_gives_headers_and_body()
    {
        await FailAsync("one", "two");

        var page = (await RunAsync("show", "2", "--queue", Queue + "_error")).Output;

        Assert.Contains("MT-Fault-Message: It broke.", page, StringComparison.Ordinal);
        Assert.Contains("\"submissionId\": \"two\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', page);
        Assert.Contains(
            "position 3", await NewsMeshCommand.FailAsync("deadletters", "show", "3", "--queue", Queue, "--bus", fixture.Address), StringComparison.Ordinal);
    }

    [RabbitMqFact(own: true)]
    public async Task Replay_moves_the_oldest_back_as_they_were_before_they_failed()
    {
        await FailAsync("one", "two", "three");

        var result = await RunAsync("replay", "--queue", Queue, "--limit", "2");

        Assert.Equal("newsmesh.stripping: 2 replayed\n", result.Output);
        var moved = await fixture.TakeAllAsync(Queue);
        Assert.Equal(["message-one", "message-two"], moved.Select(m => m.Properties.MessageId));
        Assert.Equal(Body("one"), moved[0].Body);
        Assert.Equal("application/vnd.masstransit+json", moved[0].Properties.ContentType);
        Assert.Contains("kept", moved[0].Properties.Headers!.Keys);
        Assert.DoesNotContain(moved[0].Properties.Headers!.Keys, key => key.StartsWith("MT-", StringComparison.Ordinal));
        Assert.Equal("message-three", Assert.Single(await fixture.TakeAllAsync(Queue + "_error")).Properties.MessageId);
    }

    [RabbitMqFact(own: true)]
    public async Task Purge_asks_for_yes()
    {
        await FailAsync("one");

        Assert.Contains("--yes", await NewsMeshCommand.FailAsync("deadletters", "purge", "--queue", Queue, "--bus", fixture.Address), StringComparison.Ordinal);
        Assert.Single((await RunAsync("list")).OutputLines);

        var result = await RunAsync("purge", "--yes");

        Assert.Contains("newsmesh.stripping: 1 thrown away", result.Output, StringComparison.Ordinal);
        Assert.Empty(await fixture.TakeAllAsync(Queue + "_error"));
    }

    private async Task<CommandResult> RunAsync(params string[] args)
    {
        var result = await NewsMeshCommand.RunAsync(["deadletters", .. args, "--bus", fixture.Address]);
        Assert.Equal(0, result.ExitCode);
        return result;
    }

    private async Task FailAsync(params string[] submissions)
    {
        foreach (var submission in submissions)
        {
            await fixture.PublishAsync(Queue + "_error", Body(submission), new BasicProperties
            {
                MessageId = "message-" + submission,
                ContentType = "application/vnd.masstransit+json",
                DeliveryMode = DeliveryModes.Persistent,
                Headers = new Dictionary<string, object?>
                {
                    ["kept"] = "yes",
                    ["MT-Reason"] = "fault",
                    ["MT-Fault-ExceptionType"] = "System.InvalidOperationException",
                    ["MT-Fault-Message"] = "It broke.\u001b[2J",
                    ["MT-Fault-Timestamp"] = "2026-03-01T10:00:00Z",
                },
            });
        }
    }

    private static string Body(string submission) => $$$"""{"messageType":["urn:message:x"],"message":{"submissionId":"{{{submission}}}"}}""";
}
