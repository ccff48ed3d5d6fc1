using NewsMesh.Dedup.Service;
using NewsMesh.Entities.Service;
using NewsMesh.Ingest.Service;
using NewsMesh.ServiceDefaults;
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
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [NewsMeshOptions.Section + ":Bus"] = bus ?? configured["Bus"] ?? NewsMeshOptions.InMemoryBus,
            [NewsMeshOptions.Section + ":Store"] = store ?? configured["Store"],
            [NewsMeshOptions.Section + ":Urls"] = urls ?? configured["Urls"],
        }.Where(setting => setting.Value is not null));
        return NewsMeshOptions.From(builder.Configuration);
    }

    /// <summary>Registers the stages; the bus comes after all consumers.</summary>
    public static void AddStages(IHostApplicationBuilder builder)
    {
        builder.AddIngest();
        builder.AddStripping();
        builder.AddEntities();
        builder.AddDedup();
    }
}
