using System.Net;
using System.Net.Sockets;
using NewsMesh.EndToEnd.Tests.Support;

namespace NewsMesh.EndToEnd.Tests;

/// <summary>Nothing is lost when services are killed and the broker restarts in the middle of a load.</summary>
public sealed class FaultTests
{
    private const int Count = 2000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [RabbitMqFact(own: true)]
    public async Task Every_article_has_one_outcome_though_services_die_and_the_broker_restarts()
    {
        await using var broker = await RabbitMqBroker.StartNewAsync();
        await using var pipeline = await Pipeline.StartAsync(broker);
        await using var load = await Load.BeginAsync(broker, pipeline);

        await load.DropAsync(0, Count / 2);
        await pipeline["Stripping"].KillAsync();
        await pipeline["Dedup"].KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        pipeline["Stripping"].Start();
        pipeline["Dedup"].Start();
        await pipeline["Dedup"].ReadyAsync();
        await broker.StopAsync();
        await Eventually.TrueAsync(
            async () => !await pipeline["Entities"].IsReadyAsync(), Patience, "a service without its broker is not ready");
        await broker.StartAsync();
        await pipeline["Entities"].ReadyAsync();
        await load.DropAsync(Count / 2, Count);
        await pipeline["Ingest"].KillAsync();
        pipeline["Ingest"].Start();

        await load.AssertAccountedAsync(Count);
    }

    [RabbitMqFact(own: true)]
    public async Task A_service_that_cannot_start_fails_no_message()
    {
        const int Waiting = 100;
        await using var broker = await RabbitMqBroker.StartNewAsync();
        await using var pipeline = await Pipeline.StartAsync(broker);
        await using var load = await Load.BeginAsync(broker, pipeline);
        var ingest = pipeline["Ingest"];
        await ingest.KillAsync();
        await load.DropAsync(0, Waiting);

        // It takes messages before it finds that its port is taken.
        using (var other = new TcpListener(IPAddress.Loopback, ingest.Address.Port))
        {
            other.Start();
            ingest.Start();
            Assert.Equal(2, await ingest.EndAsync());
        }

        ingest.Start();

        await load.AssertAccountedAsync(Waiting);
    }
}
