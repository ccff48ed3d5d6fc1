namespace NewsMesh.ServiceDefaults;

/// <summary>The bus setting, read.</summary>
public sealed record BusAddress
{
    private BusAddress(Uri? broker)
    {
        Broker = broker;
    }

    /// <summary>The broker; null for the bus inside the process.</summary>
    public Uri? Broker { get; }

    public bool IsInMemory => Broker is null;

    /// <summary>Reads <c>inmemory</c> or an AMQP URI. Throws <see cref="SettingException"/> for anything else.</summary>
    public static BusAddress Parse(string setting)
    {
        if (string.Equals(setting, NewsMeshOptions.InMemoryBus, StringComparison.OrdinalIgnoreCase))
        {
            return new BusAddress(broker: null);
        }

        return Uri.TryCreate(setting, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps" && uri.Host.Length > 0
            ? new BusAddress(broker: uri)
            : throw new SettingException(
                $"Setting 'NewsMesh:Bus' is neither '{NewsMeshOptions.InMemoryBus}' nor an address such as amqp://user:password@host:5672/vhost.");
    }

    /// <summary>For people and logs: without user and password.</summary>
    public override string ToString() => Broker is null
        ? NewsMeshOptions.InMemoryBus
        : new UriBuilder(Broker) { UserName = "", Password = "" }.Uri.ToString();
}
