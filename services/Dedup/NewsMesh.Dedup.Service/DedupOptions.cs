using NewsMesh.ServiceDefaults;

namespace NewsMesh.Dedup.Service;

/// <summary>Settings of the dedup stage; configuration section <c>NewsMesh:Dedup</c>.</summary>
public sealed record DedupOptions
{
    public const string Section = "NewsMesh:Dedup";

    /// <summary>
    /// How long one message may take to announce an article before another one that carries the same may: longer than a
    /// confirm ever takes, shorter than a person waits.
    /// </summary>
    public TimeSpan AnnouncementLease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Reads and checks the settings. Throws <see cref="SettingException"/> for one that cannot be.</summary>
    public static DedupOptions From(IConfiguration configuration)
    {
        var options = Settings.Bind<DedupOptions>(configuration, Section);
        Settings.RequireRange(Section + ":" + nameof(AnnouncementLease) + " (s)", options.AnnouncementLease.TotalSeconds, 1, 3600);
        return options;
    }
}
