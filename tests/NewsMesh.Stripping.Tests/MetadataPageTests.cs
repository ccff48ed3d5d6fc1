using System.Text.Json;

namespace NewsMesh.Stripping.Tests;

/// <summary>How news sites mark up what they say of an article: one page under <c>MetadataPages</c> each, which says in its first
/// line what must be found. A field that is not named there is not looked at; null means that nothing may be found.</summary>
public sealed class MetadataPageTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "MetadataPages");

    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Folder).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_pages_of_every_kind() =>
        Assert.True(Directory.GetFiles(Folder).Length >= 60);

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_the_page_says_is_found(string name)
    {
        var page = File.ReadAllText(Path.Combine(Folder, name + ".html"));
        var line = page[..page.IndexOf('\n', StringComparison.Ordinal)];
        var expected = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line["<!--".Length..line.LastIndexOf("-->", StringComparison.Ordinal)])!;
        expected.Remove("url", out var url);

        var article = new ArticleStripper().Strip(new StripRequest { Html = page, Url = url.ValueKind == JsonValueKind.String ? url.GetString() : null });

        Assert.NotEmpty(expected);
        Assert.All(expected, field => Check(article, field.Key, field.Value));
    }

    private static void Check(StrippedArticle article, string field, JsonElement expected)
    {
        switch (field)
        {
            case "byline":
                Assert.Equal(expected.EnumerateArray().Select(name => name.GetString()), article.Byline);
                break;
            case "sources":
                Assert.All(expected.EnumerateObject(), source => Assert.Equal(source.Value.GetString(), article.Sources[source.Name]));
                break;
            case "publishedAt":
                CheckDate(expected, article.PublishedAt);
                break;
            case "modifiedAt":
                CheckDate(expected, article.ModifiedAt);
                break;
            default:
                Assert.Equal(expected.GetString(), Text(article, field));
                break;
        }
    }

    // Two dates are equal where they are the same moment; the offset must be the stated one too.
    private static void CheckDate(JsonElement expected, DateTimeOffset? actual) =>
        Assert.Equal(expected.GetString(), actual?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));

    private static string? Text(StrippedArticle article, string field) => field switch
    {
        "title" => article.Title,
        "language" => article.Language,
        "siteName" => article.SiteName,
        "section" => article.Section,
        "leadImage" => article.LeadImage,
        "canonicalUrl" => article.CanonicalUrl,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "There is no such field."),
    };
}
