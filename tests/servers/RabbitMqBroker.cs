using RabbitMQ.Client;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>A RabbitMQ broker for tests: the one that NEWSMESH_TEST_RABBITMQ names, else a server of the test's own.</summary>
public sealed class RabbitMqBroker : IAsyncDisposable
{
    /// <summary>Lines of rabbitmq.conf: one test sends a message of 100 MB, over every limit of NewsMesh's own.</summary>
    internal const string Settings = "max_message_size = 134217728\n";

    private const string Variable = "NEWSMESH_TEST_RABBITMQ";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);

    private readonly IRabbitMqServer? _own;

    private RabbitMqBroker(Uri address, IRabbitMqServer? own = null) => (Address, _own) = (address, own);

    /// <summary>Why no broker can be had here, or null.</summary>
    public static string? Missing => External is null ? RabbitMqServers.Missing : null;

    /// <summary>Why no broker can be had that is new, this test's alone and may be stopped; or null.</summary>
    public static string? OwnMissing => External is null
        ? RabbitMqServers.Missing
        : $"{Variable} names a broker that others use too: not this test's own to fill and to stop";

    public Uri Address { get; }

    /// <summary>The server's process; null where it is not one of this machine, or not the test's own.</summary>
    public int? ProcessId => _own?.ProcessId;

    private static Uri? External => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } uri ? new Uri(uri) : null;

    private IRabbitMqServer Own => _own ?? throw new InvalidOperationException(OwnMissing);

    public static async Task<RabbitMqBroker> StartNewAsync()
    {
        if (External is { } address)
        {
            return new RabbitMqBroker(address);
        }

        var own = RabbitMqServers.New();
        var broker = new RabbitMqBroker(own.Address, own);
        await broker.StartAsync();
        return broker;
    }

    /// <summary>Starts the server on its data, which a restart finds as they were.</summary>
    public async Task StartAsync()
    {
        await Own.StartAsync();
        await Eventually.TrueAsync(CanConnectAsync, StartPatience, $"the broker answers on port {Address.Port}");
    }

    /// <summary>Stops the server as an operator would.</summary>
    public Task StopAsync() => Own.StopAsync();

    /// <summary>Ready and unacknowledged messages by queue.</summary>
    public async Task<IReadOnlyDictionary<string, uint>> ReadyMessagesAsync(params string[] queues)
    {
        await using var connection = await new ConnectionFactory { Uri = Address }.CreateConnectionAsync();
        var counts = new Dictionary<string, uint>();
        foreach (var queue in queues)
        {
            try
            {
                await using var channel = await connection.CreateChannelAsync();
                counts[queue] = (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
            }
            catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
            {
                // No such queue: nothing was ever put there.
                counts[queue] = 0;
            }
        }

        return counts;
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<bool> CanConnectAsync()
    {
        Own.ThrowIfEnded();
        try
        {
            await using var connection = await new ConnectionFactory { Uri = Address }.CreateConnectionAsync();
            return connection.IsOpen;
        }
        catch (RabbitMQ.Client.Exceptions.BrokerUnreachableException)
        {
            return false;
        }
    }
}
