using System.Net;
using System.Net.Sockets;

namespace NewsMesh.EndToEnd.Tests.Support;

internal static class Ports
{
    /// <summary>Below the ports that systems give to outgoing connections, which could take it while its process restarts.</summary>
    private const int First = 10_000;
    private const int Count = 20_000;

    /// <summary>Test processes that run at once start apart.</summary>
    private static int _asked = Environment.ProcessId * 127 % Count;

    /// <summary>A port of the loopback address that nothing listened on a moment ago.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _asked) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Another one, then.
            }
        }
    }
}
