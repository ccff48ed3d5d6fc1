using System.CommandLine;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.AllInOne.Amqp;

/// <summary>The bus that a verb talks to: the flag, else the setting, else the default broker.</summary>
internal static class BusSettings
{
    public static Option<string?> Option() => new("--bus")
    {
        Description = $"amqp://user:password@host:port/vhost; setting NewsMesh__Bus or {NewsMeshOptions.DefaultBus} by default.",
    };

    /// <summary>Reads the configuration; throws <see cref="SettingException"/> for a setting that cannot be.</summary>
    public static NewsMeshOptions Read(string? flag)
    {
        var configuration = Host.CreateApplicationBuilder().Configuration;
        if (flag is not null)
        {
            configuration[NewsMeshOptions.Section + ":" + nameof(NewsMeshOptions.Bus)] = flag;
        }

        return NewsMeshOptions.From(configuration);
    }
}
