using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsMesh.Contracts.Tests;

/// <summary>The schemas that others validate with say what the records say.</summary>
public sealed class SchemaTests
{
    public static TheoryData<Type> PublicMessages => [.. ContractTypes.PublicMessages];

    [Theory]
    [MemberData(nameof(PublicMessages))]
    public void The_committed_schema_is_the_records_own(Type message) =>
        CommittedFile.Matches(MessageSchema.PathOf(message), MessageSchema.TextOf(message));

    [Fact]
    public void There_is_no_schema_without_a_message()
    {
        var folder = Path.GetDirectoryName(CommittedFile.At(MessageSchema.PathOf(typeof(SubmitArticle))))!;
        var expected = ContractTypes.PublicMessages.Select(m => Path.GetFileName(MessageSchema.PathOf(m)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PublicMessages))]
    public void The_sample_fits_its_schema_names_only_fields_of_it_and_can_be_read(Type message)
    {
        var schema = MessageSchema.Of(message);
        var sample = Sample(message);
        Assert.Empty(SchemaCheck.Faults(schema, sample));
        Assert.Empty(sample.Select(p => p.Key).Except(schema["properties"]!.AsObject().Select(p => p.Key)));
        Assert.NotNull(sample.Deserialize(message, ContractTypes.Json));
    }

    /// <summary>What was promised to subscribers; more may be added.</summary>
    [Fact]
    public void An_enriched_event_has_every_field_that_subscribers_were_promised()
    {
        string[] promised =
        [
            "schemaVersion", "submissionId", "articleId", "revision", "cause", "url", "canonicalUrl", "source", "siteName", "section",
            "leadImage", "title", "byline", "publishedAt", "publishedAtFrom", "modifiedAt", "language", "text", "wordCount", "receivedAt",
            "metadata", "entities", "duplicate", "story", "stages", "traceId",
        ];
        Assert.Empty(promised.Except(MessageSchema.Of(typeof(ArticleEnriched))["properties"]!.AsObject().Select(p => p.Key)));
        Assert.Equal(promised, Sample(typeof(ArticleEnriched)).Select(p => p.Key));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{ "url": "https://news.example/a" }""")]
    [InlineData("""{ "text": "Plain.", "publishedAt": "2026-03-01", "html": null, "metadata": null }""")]
    [InlineData("""{ "text": "Plain.", "somethingElse": { "nested": [1, 2] } }""")]
    public void The_schema_of_a_submission_is_no_stricter_than_the_service(string submission) =>
        Assert.Empty(SchemaCheck.Faults(MessageSchema.Of(typeof(SubmitArticle)), JsonNode.Parse(submission)));

    [Theory]
    [InlineData("""{ "html": 5 }""", "$.html is integer")]
    [InlineData("""[]""", "$ is array")]
    [InlineData("""{ "text": "Plain.", "metadata": { "desk": 1 } }""", "$.metadata.desk is integer")]
    public void The_schema_of_a_submission_refuses_what_is_malformed(string submission, string fault) =>
        Assert.Equal([fault], SchemaCheck.Faults(MessageSchema.Of(typeof(SubmitArticle)), JsonNode.Parse(submission)));

    [Fact]
    public void An_event_without_its_identity_does_not_fit()
    {
        var sample = Sample(typeof(ArticleEnriched));
        sample.Remove("articleId");
        sample["entities"]![0]!["mentions"]![0]!["start"] = "0";
        Assert.Equal(
            ["$.articleId is missing", "$.entities[0].mentions[0].start is string"],
            SchemaCheck.Faults(MessageSchema.Of(typeof(ArticleEnriched)), sample).Order(StringComparer.Ordinal));
    }

    private static JsonObject Sample(Type message) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", message.Name + ".json")))!.AsObject();
}
