using System.Net;
using System.Net.Sockets;

namespace NewsMesh.Ingest;

/// <summary>Opens the connections of <see cref="PageFetcher"/>, to allowed addresses only.</summary>
/// <remarks>
/// The check is made on the address that is then connected to. Checking the name beforehand would not do: the name may
/// resolve to something else a moment later (DNS rebinding).
/// </remarks>
internal sealed class GuardedConnection(Func<IPAddress, bool> isAllowed)
{
    /// <exception cref="AddressRefusedException">No address of the host is allowed.</exception>
    /// <exception cref="SocketException">No allowed address answers.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        var allowed = Array.FindAll(addresses, address => isAllowed(address));
        if (allowed.Length == 0)
        {
            throw new AddressRefusedException(host);
        }

        for (var i = 0; ; i++)
        {
            var socket = new Socket(allowed[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(allowed[i], port), cancellationToken).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i < allowed.Length - 1)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
