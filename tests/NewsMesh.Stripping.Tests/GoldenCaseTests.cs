namespace NewsMesh.Stripping.Tests;

public sealed class GoldenCaseTests
{
    private readonly ArticleStripper _stripper = new();

    public static TheoryData<string> Cases => [.. GoldenCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_text_is_exactly_the_article(string name)
    {
        var golden = GoldenCase.Read(name);
        Assert.Equal(golden.Expected.Text, _stripper.Strip(golden.Request).Text.Split("\n\n"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_metadata_is_found(string name)
    {
        var golden = GoldenCase.Read(name);
        var article = _stripper.Strip(golden.Request);
        var expected = golden.Expected;
        Assert.Equal(expected.Title, article.Title);
        if (expected.Byline is not null)
            Assert.Equal(expected.Byline, article.Byline);
        if (expected.PublishedAt is not null)
        {
            Assert.Equal(expected.PublishedAt, article.PublishedAt);
            Assert.Equal(expected.PublishedAt.Value.Offset, article.PublishedAt!.Value.Offset);
            Assert.Equal(expected.PublishedAtFrom, article.PublishedAtFrom);
        }

        Assert.Equal(expected.ModifiedAt ?? article.ModifiedAt, article.ModifiedAt);
        Assert.Equal(expected.Language ?? article.Language, article.Language);
        Assert.Equal(expected.SiteName ?? article.SiteName, article.SiteName);
        Assert.Equal(expected.Section ?? article.Section, article.Section);
        Assert.Equal(expected.LeadImage ?? article.LeadImage, article.LeadImage);
    }
}
