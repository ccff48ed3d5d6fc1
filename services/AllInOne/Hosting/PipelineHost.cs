using NewsMesh.Dedup.Service;
using NewsMesh.Entities.Service;
using NewsMesh.Ingest.Service;
using NewsMesh.ServiceDefaults;
using NewsMesh.Storage;
using NewsMesh.Stripping.Service;

namespace NewsMesh.AllInOne.Hosting;

/// <summary>All four stages in one host.</summary>
internal static class PipelineHost
{
    /// <summary>Name in traces.</summary>
    public const string Name = "all-in-one";

    /// <summary>Puts command-line flags over the rest of the configuration and reads the settings.</summary>
    public static NewsMeshOptions Configure(IHostApplicationBuilder builder, string? bus, string? store, string? urls)
    {
        // One process on a fresh machine needs no server: that is the default here, unlike in the separate services.
        var configured = builder.Configuration.GetSection(NewsMeshOptions.Section);
        var usedBus = bus ?? configured["Bus"] ?? NewsMeshOptions.InMemoryBus;
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [NewsMeshOptions.Section + ":Bus"] = usedBus,
            [NewsMeshOptions.Section + ":Store"] = Store(store ?? configured["Store"] ?? new NewsMeshOptions().Store, usedBus),
            [NewsMeshOptions.Section + ":Urls"] = urls ?? configured["Urls"],
        }.Where(setting => setting.Value is not null));
        return NewsMeshOptions.From(builder.Configuration);
    }

    /// <summary>
    /// The bus inside the process forgets its messages at a power cut: to flush each of an article's dozen commits to the
    /// disk would save only the half that needs the other. Unless the setting names a mode, commits therefore survive the
    /// end of the process, which is what <see cref="Resumption"/> needs, and the file stays whole. Behind a broker, whose
    /// queues outlive the power cut, the store keeps its own default.
    /// </summary>
    private static string Store(string setting, string bus) =>
        BusAddress.Parse(bus).IsInMemory && StoreUri.Parse(setting) is SqliteUri { Durability: null }
            ? setting + StoreUri.NormalSuffix
            : setting;

    /// <summary>Registers the stages; the bus comes after all consumers.</summary>
    public static void AddStages(IHostApplicationBuilder builder)
    {
        builder.AddIngest();
        builder.AddStripping();
        builder.AddEntities();
        builder.AddDedup();
    }
}
