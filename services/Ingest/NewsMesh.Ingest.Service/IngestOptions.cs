using NewsMesh.ServiceDefaults;

namespace NewsMesh.Ingest.Service;

/// <summary>Settings of the ingest stage; configuration section <c>NewsMesh:Ingest</c>.</summary>
public sealed record IngestOptions
{
    public const string Section = "NewsMesh:Ingest";

    /// <summary>Sizes, section <c>NewsMesh:Ingest:Limits</c>.</summary>
    public IngestLimits Limits { get; init; } = new();

    /// <summary>Fetching of pages submitted by address, section <c>NewsMesh:Ingest:Fetch</c>.</summary>
    public FetchOptions Fetch { get; init; } = new();

    /// <summary>Reads and checks the settings. Throws <see cref="SettingException"/> for one that cannot be.</summary>
    public static IngestOptions From(IConfiguration configuration)
    {
        var options = Settings.Bind<IngestOptions>(configuration, Section);
        Settings.RequireValid(Section + ":Limits", options.Limits);
        Settings.RequireValid(Section + ":Fetch", options.Fetch);
        return options;
    }
}
