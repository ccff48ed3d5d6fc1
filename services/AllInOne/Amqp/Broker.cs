using NewsMesh.ServiceDefaults;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsMesh.AllInOne.Amqp;

/// <summary>One connection to the RabbitMQ broker that the settings or <c>--bus</c> name.</summary>
internal sealed class Broker : IAsyncDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private const ushort NotFound = 404;

    private readonly IConnection _connection;

    private Broker(IConnection connection, BusOptions options)
    {
        _connection = connection;
        Options = options;
    }

    public BusOptions Options { get; }

    /// <summary>Connects, without a second try.</summary>
    /// <exception cref="UsageException">The bus inside a process was asked for: nothing outside can reach it.</exception>
    /// <exception cref="BusUnavailableException">The broker does not answer or does not let this user in.</exception>
    public static async Task<Broker> ConnectAsync(NewsMeshOptions settings, CancellationToken ct)
    {
        var address = BusAddress.Parse(settings.Bus).Broker
            ?? throw new UsageException("The bus inside a process cannot be reached from outside: name a broker with --bus amqp://…");
        var factory = new ConnectionFactory
        {
            Uri = address,
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = ConnectTimeout,
            MaxInboundMessageBodySize = settings.BusOptions.MaxMessageBytes,
            ClientProvidedName = "newsmesh command line",
        };
        try
        {
            return new Broker(await factory.CreateConnectionAsync(ct), settings.BusOptions);
        }
        catch (BrokerUnreachableException e)
        {
            throw new BusUnavailableException(
                $"The broker at {factory.HostName}:{factory.Endpoint.Port} cannot be used: {Printable.Line(e.GetBaseException().Message)}", e);
        }
    }

    /// <summary>A channel on which every publish waits for the broker's confirm.</summary>
    public Task<IChannel> OpenConfirmedAsync(CancellationToken ct) => _connection.CreateChannelAsync(
        new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), ct);

    /// <summary>A channel for reading.</summary>
    public Task<IChannel> OpenAsync(CancellationToken ct) => _connection.CreateChannelAsync(cancellationToken: ct);

    /// <summary>Messages that wait in a queue, or null where there is no such queue.</summary>
    public async Task<long?> CountAsync(string queue, CancellationToken ct)
    {
        // The broker closes the channel on which something absent was asked for: it must be one of its own.
        await using var channel = await OpenAsync(ct);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, ct)).MessageCount;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == NotFound)
        {
            return null;
        }
    }

    /// <summary>Whether there is such an exchange.</summary>
    public async Task<bool> HasExchangeAsync(string exchange, CancellationToken ct)
    {
        await using var channel = await OpenAsync(ct);
        try
        {
            await channel.ExchangeDeclarePassiveAsync(exchange, ct);
            return true;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == NotFound)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
