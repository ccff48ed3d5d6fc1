using NewsMesh.AllInOne.Tests.Support;
using NewsMesh.EndToEnd.Tests.Support;

namespace NewsMesh.AllInOne.Tests;

public sealed class TailTests(BrokerFixture fixture) : IClassFixture<BrokerFixture>
{
    [RabbitMqFact(own: true)]
    public async Task Events_of_the_key_are_printed_one_a_line_until_the_count()
    {
        using var tail = NewsMeshProcess.Start("tail", "--bus", fixture.Address, "--filter", "en.*", "--count", "2");
        await fixture.AnnounceAsync("en.unique", "{\"text\":\"one\",\n\"language\":\"en\"}");
        await Assert.ThrowsAnyAsync<RabbitMQ.Client.Exceptions.PublishException>(() => PublishToNobodyAsync("de.unique"));
        await fixture.AnnounceAsync("en.near", "{\"text\":\"two\"}");

        Assert.Equal(0, await tail.EndAsync());
        Assert.Equal(["{\"text\":\"one\", \"language\":\"en\"}", "{\"text\":\"two\"}"], tail.Output);
        Assert.Empty(tail.Errors);
    }

    [RabbitMqFact(own: true)]
    public async Task It_connects_again_after_the_broker_was_away_and_ends_well_when_stopped()
    {
        using var tail = NewsMeshProcess.Start("tail", "--bus", fixture.Address);
        await fixture.AnnounceAsync("en.unique", "{\"text\":\"before\"}");
        await tail.SaysAsync("before");

        await fixture.Broker.StopAsync();
        await tail.SaysAsync("the connection to the broker is lost");
        await fixture.Broker.StartAsync();
        await tail.SaysAsync("connected again");
        await fixture.AnnounceAsync("en.unique", "{\"text\":\"after\"}");
        await tail.SaysAsync("after");

        Assert.Equal(0, await tail.StopAsync());
        Assert.Equal(2, tail.Errors.Count);
    }

    private async Task PublishToNobodyAsync(string key)
    {
        await using var connection = await new RabbitMQ.Client.ConnectionFactory { Uri = fixture.Broker.Address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new RabbitMQ.Client.CreateChannelOptions(true, true));
        await RabbitMQ.Client.IChannelExtensions.BasicPublishAsync(channel, "newsmesh.enriched", key, mandatory: true, "{}"u8.ToArray());
    }
}
