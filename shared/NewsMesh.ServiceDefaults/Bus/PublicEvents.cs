using MassTransit;

namespace NewsMesh.ServiceDefaults.Bus;

/// <inheritdoc />
internal sealed class PublicEvents(IBusControl bus, IBusTransport transport) : IPublicEvents
{
    public Task ListenAsync(string exchange, string key, Action<ReadOnlyMemory<byte>> handle, CancellationToken ct = default)
    {
        var endpoint = bus.ConnectReceiveEndpoint($"{exchange}.tap-{Guid.NewGuid():n}", configurator =>
        {
            configurator.ConfigureConsumeTopology = false;
            transport.ConfigureTap(configurator, exchange, key);
            configurator.ConfigureReceive(receive => receive.UseFilter(new TapFilter(handle)));
        });
        return endpoint.Ready.WaitAsync(ct);
    }

    /// <summary>Takes the bytes before anything reads them: the events go on as they came.</summary>
    private sealed class TapFilter(Action<ReadOnlyMemory<byte>> handle) : IFilter<ReceiveContext>
    {
        public void Probe(ProbeContext context) => context.CreateFilterScope("tap");

        public Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
        {
            handle(context.Body.GetBytes());
            return Task.CompletedTask;
        }
    }
}
