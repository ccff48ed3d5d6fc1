namespace NewsMesh.Entities.Tests;

public sealed class RecognizerTests
{
    private const string Article =
        """
        Summit in Oslo ends without a deal

        OSLO: Prime Minister Amara Okoye said on Friday that no deal had been reached during her visit to Norway.

        Okoye met Norwegian Foreign Minister Lars Halvorsen and the head of the World Health Organization.
        “We’ll talk again,” Ms Okoye told Reuters.
        """;

    [Fact]
    public void An_article_gives_its_people_places_organizations_and_peoples()
    {
        var entities = Shared.Recognizer.Recognize("Summit in Oslo ends without a deal", Article);

        Assert.Contains(entities, e => e is { Type: EntityTypes.Person, Name: "Amara Okoye", Mentions.Count: 3 });
        Assert.Contains(entities, e => e is { Type: EntityTypes.Person, Name: "Lars Halvorsen" });
        Assert.Contains(entities, e => e is { Type: EntityTypes.Location, Name: "Oslo" });
        Assert.Contains(entities, e => e is { Type: EntityTypes.Location, Name: "Norway" });
        Assert.Contains(entities, e => e is { Type: EntityTypes.Organization, Name: "World Health Organization" });
        Assert.Contains(entities, e => e is { Type: EntityTypes.Misc, Name: "Norwegian" });
    }

    [Fact]
    public void Confidence_and_salience_are_shares_of_one()
    {
        var entities = Shared.Recognizer.Recognize(null, Article);

        Assert.NotEmpty(entities);
        Assert.All(entities, e => Assert.InRange(e.Salience, 0.0001, 1));
        Assert.All(entities.SelectMany(e => e.Mentions), m => Assert.InRange(m.Confidence, 0.0001, 1));
        Assert.Equal(entities.OrderByDescending(e => e.Salience).Select(e => e.Name), entities.Select(e => e.Name));
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("EN", true)]
    [InlineData("en-GB", true)]
    [InlineData("en_US", true)]
    [InlineData("und", false)]
    [InlineData("de", false)]
    [InlineData("eno", false)]
    [InlineData("", false)]
    public void Only_English_is_supported(string language, bool supported) =>
        Assert.Equal(supported, Shared.Recognizer.Supports(language));

    [Fact]
    public void The_version_names_pipeline_and_model() =>
        Assert.Matches(@"^\d+\+en-full-\d+\.\d+\.\d+$", Shared.Recognizer.Version);

    [Fact]
    public void The_same_article_gives_the_same_entities_on_many_threads()
    {
        var expected = string.Join('\n', Shared.Recognizer.Recognize(null, Article).Describe());
        var results = new string[64];

        Parallel.For(0, results.Length, i => results[i] = string.Join('\n', Shared.Recognizer.Recognize(null, Article).Describe()));

        Assert.All(results, r => Assert.Equal(expected, r));
    }

    [Fact]
    public void A_second_load_of_the_model_gives_the_same_entities() =>
        Assert.Equal(
            Shared.Recognizer.Recognize(null, Article).SelectMany(e => e.Mentions),
            EntityRecognizer.Load().Recognize(null, Article).SelectMany(e => e.Mentions));

    [Fact]
    public void A_cancelled_call_ends_with_cancellation() =>
        Assert.Throws<OperationCanceledException>(() => Shared.Recognizer.Recognize(null, Article, new CancellationToken(true)));
}
