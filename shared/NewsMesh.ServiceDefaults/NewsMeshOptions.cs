using Microsoft.Extensions.Configuration;
using NewsMesh.Storage;

namespace NewsMesh.ServiceDefaults;

/// <summary>Settings that every service shares; configuration section <c>NewsMesh</c>, environment <c>NewsMesh__*</c>.</summary>
public sealed record NewsMeshOptions
{
    public const string Section = "NewsMesh";

    /// <summary>The setting for the bus inside one process.</summary>
    public const string InMemoryBus = "inmemory";

    /// <summary>RabbitMQ as it is installed on one machine.</summary>
    public const string DefaultBus = "amqp://guest:guest@127.0.0.1:5672/";

    /// <summary><c>inmemory</c>, or <c>amqp://user:password@host:port/vhost</c> (<c>amqps://</c> for TLS).</summary>
    public string Bus { get; init; } = DefaultBus;

    /// <summary><c>sqlite:PATH</c> or <c>mongodb://…</c>; a file in the user's data folder where absent.</summary>
    public string Store { get; init; } = "sqlite:" + StoreFactory.DefaultPath();

    /// <summary>Where a service answers <c>/health</c> (and the gateway everything else); each service has its own default.</summary>
    public string? Urls { get; init; }

    /// <summary>Bus settings, section <c>NewsMesh:BusOptions</c>.</summary>
    public BusOptions BusOptions { get; init; } = new();

    /// <summary>How long a store on a server keeps documents, section <c>NewsMesh:StoreOptions</c>.</summary>
    public StoreOptions StoreOptions { get; init; } = new();

    /// <summary>Reads and checks the settings. Throws <see cref="SettingException"/> for one that cannot be.</summary>
    public static NewsMeshOptions From(IConfiguration configuration)
    {
        var options = Settings.Bind<NewsMeshOptions>(configuration, Section);
        _ = BusAddress.Parse(options.Bus);
        options.BusOptions.Validate();
        RequireRetention(options.StoreOptions);
        return options;
    }

    private static void RequireRetention(StoreOptions options)
    {
        foreach (var (name, retention) in options.Retentions.Where(r => r.Retention is not null))
        {
            Settings.RequireRange(
                $"{Section}:StoreOptions:{name}",
                retention!.Value.TotalHours,
                StoreOptions.MinRetention.TotalHours,
                StoreOptions.MaxRetention.TotalHours,
                " hours");
        }
    }
}
