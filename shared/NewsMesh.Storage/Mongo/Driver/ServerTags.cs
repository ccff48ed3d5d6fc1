using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using MongoDB.Driver.Core.Events;

namespace NewsMesh.Storage.Mongo.Connection;

/// <summary>Says on a command's span which server it went to, by OpenTelemetry's names for it.</summary>
/// <remarks>
/// It listens to connections as commands take them from the pool, in the flow of the command, rather than to the commands
/// themselves: for those the driver would decode every message that it has just encoded.
/// </remarks>
internal sealed class ServerTags : IEventSubscriber
{
    public bool TryGetEventHandler<TEvent>([NotNullWhen(true)] out Action<TEvent>? handler)
    {
        handler = (Action<ConnectionPoolCheckedOutConnectionEvent>)Tag as Action<TEvent>;
        return handler is not null;
    }

    private static void Tag(ConnectionPoolCheckedOutConnectionEvent taken)
    {
        if (Activity.Current is not { Kind: ActivityKind.Client } span)
        {
            return;
        }

        var (address, port) = taken.ServerId.EndPoint switch
        {
            DnsEndPoint dns => (dns.Host, dns.Port),
            IPEndPoint ip => (ip.Address.ToString(), ip.Port),
            _ => (null, 0),
        };
        span.SetTag("server.address", address).SetTag("server.port", port);
    }
}
