using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using NewsMesh.Dedup.Service;
using NewsMesh.EndToEnd.Tests.Support;
using NewsMesh.Entities.Service;
using NewsMesh.Gateway;
using NewsMesh.Ingest.Service;
using NewsMesh.ServiceDefaults;
using NewsMesh.Stripping.Service;

namespace NewsMesh.EndToEnd.Tests;

/// <summary>The page of all settings lists what the options classes have, with their defaults.</summary>
public sealed partial class SettingsTableTests
{
    /// <summary>Defaults that depend on the machine or the service, told in words.</summary>
    private static readonly Dictionary<string, string> ToldInWords = new()
    {
        ["NewsMesh:Store"] = "a file in the user's data folder",
        ["NewsMesh:Urls"] = "each service's own",
    };

    [Fact]
    public void The_page_of_settings_lists_every_setting_with_its_default()
    {
        var settings = Of(NewsMeshOptions.Section, new NewsMeshOptions())
            .Concat(Of(IngestOptions.Section, new IngestOptions()))
            .Concat(Of(StrippingOptions.Section, new StrippingOptions()))
            .Concat(Of(EntitiesOptions.Section, new EntitiesOptions()))
            .Concat(Of(DedupOptions.Section, new DedupOptions()))
            .Concat(Of(GatewayOptions.Section, new GatewayOptions()));

        Assert.Equal(settings.Order(StringComparer.Ordinal), Listed().Order(StringComparer.Ordinal));
    }

    /// <summary>The settings of a section and of those below it, as "section:name = default".</summary>
    private static IEnumerable<string> Of(string section, object options) =>
        options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).SelectMany(property =>
        {
            var name = $"{section}:{property.Name}";
            var value = property.GetValue(options);
            return value is not null && property.PropertyType.Namespace!.StartsWith(nameof(NewsMesh), StringComparison.Ordinal)
                ? Of(name, value)
                : [$"{name} = {ToldInWords.GetValueOrDefault(name) ?? Written(value)}"];
        });

    private static string Written(object? value) => value switch
    {
        null => "none",
        TimeSpan { Milliseconds: > 0 } time => $"`{time.ToString("c", CultureInfo.InvariantCulture).TrimEnd('0')}`",
        bool isSet => isSet ? "`true`" : "`false`",
        _ => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
    };

    private static IEnumerable<string> Listed()
    {
        var section = "";
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "shared", "NewsMesh.ServiceDefaults", "README.md")))
        {
            if (line.StartsWith('#'))
            {
                section = SectionHeading().Match(line) is { Success: true } heading ? heading.Groups[1].Value : "";
            }
            else if (section.Length > 0 && SettingRow().Match(line) is { Success: true } row)
            {
                yield return $"{section}:{row.Groups[1].Value} = {row.Groups[2].Value}";
            }
        }
    }

    [GeneratedRegex("^### `(NewsMesh[:A-Za-z]*)`$", RegexOptions.NonBacktracking)]
    private static partial Regex SectionHeading();

    [GeneratedRegex(@"^\| `(\w+)` \| ([^|]+) \| [^|]*\| [^|]+ \|$", RegexOptions.NonBacktracking)]
    private static partial Regex SettingRow();
}
