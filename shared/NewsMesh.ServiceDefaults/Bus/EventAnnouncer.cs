using MassTransit;

namespace NewsMesh.ServiceDefaults.Bus;

/// <inheritdoc />
internal sealed class EventAnnouncer(IBus bus, BusOptions options) : IEventAnnouncer
{
    public Task AnnounceAsync<T>(T message, Guid messageId, CancellationToken ct = default)
        where T : class =>
        ConfirmedSend.RunAsync(
            typeof(T).Name,
            options.PublishTimeout,
            token => bus.Publish(message, context =>
            {
                context.MessageId = messageId;
                TraceHeaders.Write(context.Headers);
            }, token),
            ct);
}
