using System.Net;
using System.Net.Sockets;

namespace NewsMesh.EndToEnd.Tests.Support;

internal static class Ports
{
    /// <summary>A port of the loopback address that nothing listened on a moment ago.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
