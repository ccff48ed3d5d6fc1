using NewsMesh.ServiceDefaults;

namespace NewsMesh.Stripping.Service;

/// <summary>Settings of the stripping stage; configuration section <c>NewsMesh:Stripping</c>.</summary>
public sealed record StrippingOptions
{
    public const string Section = "NewsMesh:Stripping";

    /// <summary>Shorter than any brief, longer than a cookie notice or the caption of a gallery.</summary>
    public const int DefaultMinLetters = 80;

    /// <summary>Letters and digits that a text must have to be an article, 1 to 10,000; fewer is a rejection (too_short).</summary>
    public int MinLetters { get; init; } = DefaultMinLetters;

    /// <summary>Work per page, section <c>NewsMesh:Stripping:Limits</c>.</summary>
    public StrippingLimits Limits { get; init; } = new();

    /// <summary>Reads and checks the settings. Throws <see cref="SettingException"/> for one that cannot be.</summary>
    public static StrippingOptions From(IConfiguration configuration)
    {
        var options = Settings.Bind<StrippingOptions>(configuration, Section);
        Settings.RequireRange(Section + ":" + nameof(MinLetters), options.MinLetters, 1, 10_000);
        Settings.RequireValid(Section + ":Limits", options.Limits);
        return options;
    }
}
