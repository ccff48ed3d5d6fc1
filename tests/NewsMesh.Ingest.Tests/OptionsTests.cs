using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace NewsMesh.Ingest.Tests;

public sealed partial class OptionsTests
{
    private static bool IsValid(object options) =>
        Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true);

    [Fact]
    public void The_defaults_are_within_their_ranges()
    {
        Assert.True(IsValid(new IngestLimits()));
        Assert.True(IsValid(new FetchOptions()));
    }

    [Fact]
    public void Values_out_of_range_are_not_valid()
    {
        Assert.False(IsValid(new IngestLimits { MaxPageBytes = 0 }));
        Assert.False(IsValid(new FetchOptions { AttemptTimeout = TimeSpan.Zero }));
        Assert.False(IsValid(new FetchOptions { MaxAttempts = 0 }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_fetcher_can_be_built_from_either_end_of_every_range(int end)
    {
        var options = new FetchOptions();
        foreach (var property in Ranged(typeof(FetchOptions)))
        {
            var range = property.GetCustomAttribute<RangeAttribute>()!;
            range.IsValid(property.GetValue(options));
            var value = end == 0 ? range.Minimum : range.Maximum;
            property.SetValue(options, Convert.ChangeType(value, property.PropertyType, CultureInfo.InvariantCulture));
        }

        Assert.True(IsValid(options));
        using var fetcher = new PageFetcher(options, TimeProvider.System);
    }

    [Fact]
    public void The_readme_lists_every_setting_with_its_default_and_range()
    {
        var rows = TableRow().Matches(File.ReadAllText(Path.Combine(RepositoryRoot(), "services", "Ingest", "README.md")))
            .Select(match => (match.Groups["name"].Value, match.Groups["default"].Value, match.Groups["range"].Value));
        var settings = Rows(new IngestLimits()).Concat(Rows(new FetchOptions()));
        Assert.Equal(settings.Order(), rows.Order());
    }

    private static IEnumerable<PropertyInfo> Ranged(Type type) =>
        type.GetProperties().Where(property => property.GetCustomAttribute<RangeAttribute>() is not null);

    private static IEnumerable<(string Name, string Default, string Range)> Rows(object options) =>
        options.GetType().GetProperties().Where(property => property.CanWrite).Select(property =>
        {
            var range = property.GetCustomAttribute<RangeAttribute>();
            var value = Convert.ToString(property.GetValue(options), CultureInfo.InvariantCulture)!;
            return (property.Name, value, range is null ? "" : FormattableString.Invariant($"{range.Minimum} to {range.Maximum}"));
        });

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsMesh.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<default>[^|]+) \| (?<range>[^|]*?) ?\|$", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
