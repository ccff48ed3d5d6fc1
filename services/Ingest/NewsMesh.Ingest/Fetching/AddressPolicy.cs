using System.Net;
using System.Net.Sockets;

namespace NewsMesh.Ingest;

/// <summary>Tells addresses on the public internet from all others (IANA special-purpose registries, RFC 6890 and updates).</summary>
internal static class AddressPolicy
{
    private static readonly IPNetwork[] SpecialV4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), // this network
        IPNetwork.Parse("10.0.0.0/8"), // private
        IPNetwork.Parse("100.64.0.0/10"), // carrier-grade NAT
        IPNetwork.Parse("127.0.0.0/8"), // loopback
        IPNetwork.Parse("169.254.0.0/16"), // link-local, and cloud metadata
        IPNetwork.Parse("172.16.0.0/12"), // private
        IPNetwork.Parse("192.0.0.0/24"), // protocol assignments
        IPNetwork.Parse("192.0.2.0/24"), // documentation
        IPNetwork.Parse("192.88.99.0/24"), // 6to4 relays
        IPNetwork.Parse("192.168.0.0/16"), // private
        IPNetwork.Parse("198.18.0.0/15"), // benchmarking
        IPNetwork.Parse("198.51.100.0/24"), // documentation
        IPNetwork.Parse("203.0.113.0/24"), // documentation
        IPNetwork.Parse("224.0.0.0/4"), // multicast
        IPNetwork.Parse("240.0.0.0/4"), // reserved, and broadcast
    ];

    // Public IPv6 is one block so far: what is not in it (unique-local, link-local, multicast, loopback, …) is refused.
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] SpecialV6 =
    [
        IPNetwork.Parse("2001::/23"), // protocol assignments; Teredo, which wraps IPv4
        IPNetwork.Parse("2001:db8::/32"), // documentation
        IPNetwork.Parse("2002::/16"), // 6to4, which wraps IPv4
        IPNetwork.Parse("3fff::/20"), // documentation
    ];

    // Networks without IPv4 reach it through this prefix (RFC 6052): the wrapped address decides.
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !SpecialV4.Any(network => network.Contains(address));
        }

        return Nat64.Contains(address)
            ? IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12)))
            : GlobalV6.Contains(address) && !SpecialV6.Any(network => network.Contains(address));
    }
}
