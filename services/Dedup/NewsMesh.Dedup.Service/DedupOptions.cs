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

    /// <summary>
    /// How long after an article its copies are looked for; its signature then leaves the index. Agencies re-send within days,
    /// sites within weeks.
    /// </summary>
    public TimeSpan Window { get; init; } = DedupParameters.Default.Window;

    /// <summary>How often signatures older than the window are removed.</summary>
    public TimeSpan ExpiryInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Reads and checks the settings. Throws <see cref="SettingException"/> for one that cannot be.</summary>
    public static DedupOptions From(IConfiguration configuration)
    {
        var options = Settings.Bind<DedupOptions>(configuration, Section);
        Settings.RequireRange(Section + ":" + nameof(AnnouncementLease) + " (s)", options.AnnouncementLease.TotalSeconds, 1, 3600);
        Settings.RequireRange(Section + ":" + nameof(Window) + " (days)", options.Window.TotalDays, 1, 3650);
        Settings.RequireRange(Section + ":" + nameof(ExpiryInterval) + " (s)", options.ExpiryInterval.TotalSeconds, 1, 86_400);
        return options;
    }
}
