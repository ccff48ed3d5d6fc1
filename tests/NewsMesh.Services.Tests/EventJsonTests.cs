using System.Text.Json;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.Services.Tests;

/// <summary>The time zone is the process's own: no other test runs meanwhile.</summary>
[CollectionDefinition(nameof(OwnTimeZone), DisableParallelization = true)]
public sealed class OwnTimeZone;

[Collection(nameof(OwnTimeZone))]
public sealed class EventJsonTests : IDisposable
{
    private readonly string? _zone = Environment.GetEnvironmentVariable("TZ");

    public EventJsonTests() => SetZone("America/New_York");

    public void Dispose() => SetZone(_zone);

    [Theory]
    [InlineData("2026-03-01", "2026-03-01T00:00:00+00:00")]
    [InlineData("2026-03-01T07:30:00", "2026-03-01T07:30:00+00:00")]
    [InlineData("2026-03-01T07:30:00Z", "2026-03-01T07:30:00+00:00")]
    [InlineData("2026-03-01T07:30:00-02:00", "2026-03-01T07:30:00-02:00")]
    [InlineData("2026-03-01T07:30:00.5+05:30", "2026-03-01T07:30:00.5+05:30")]
    public void A_time_without_an_offset_is_UTC_wherever_it_is_read(string given, string expected)
    {
        var read = JsonSerializer.Deserialize<SubmitArticle>($$"""{"publishedAt":"{{given}}"}""", EventJson.Options)!.PublishedAt!.Value;
        Assert.Equal(expected, JsonSerializer.Serialize(read, EventJson.Options).Replace("\\u002B", "+").Trim('"'));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"\"")]
    public void What_is_no_time_is_malformed(string given) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SubmitArticle>($$"""{"publishedAt":{{given}}}""", EventJson.Options));

    private static void SetZone(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}
