using MongoDB.Bson;
using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage.Mongo.Documents;

/// <summary>Documents of collection <c>articles</c>: one revision each, with the event's own field names.</summary>
internal static class RevisionBson
{
    /// <summary>Present while a revision is neither announced nor superseded: the ticks it was received at.</summary>
    public const string OpenTicks = "openTicks";

    public static string Id(string articleId, int revision) => $"{BsonFields.WellFormed(articleId)}:{revision}";

    public static BsonDocument Write(RevisionDocument revision)
    {
        var article = revision.Article;
        var open = revision is { AnnouncedAt: null, Superseded: false };
        return new BsonDocument("_id", Id(revision.ArticleId, revision.Revision))
            .PutText("articleId", revision.ArticleId)
            .Put("revision", revision.Revision)
            .PutText("submissionId", revision.SubmissionId)
            .PutText("rawId", revision.RawId)
            .PutText("cause", revision.Cause)
            .PutText("traceId", revision.TraceId)
            .PutText("contentHash", revision.ContentHash)
            .PutText("url", article.Url)
            .PutText("canonicalUrl", article.CanonicalUrl)
            .PutText("source", article.Source)
            .PutText("siteName", article.SiteName)
            .PutText("section", article.Section)
            .PutText("leadImage", article.LeadImage)
            .PutText("title", article.Title)
            .PutList("byline", article.Byline)
            .PutTime("publishedAt", article.PublishedAt)
            .PutText("publishedAtFrom", article.PublishedAtFrom)
            .PutTime("modifiedAt", article.ModifiedAt)
            .PutText("language", article.Language)
            .PutText("text", article.Text)
            .Put("wordCount", article.WordCount)
            .PutTime("receivedAt", article.ReceivedAt)
            .PutPairs("metadata", article.Metadata)
            .Put("entities", revision.Entities is { } entities ? Write(entities) : null)
            .Put("duplicate", revision.Duplicate is { } duplicate ? Write(duplicate) : null)
            .Put("story", revision.Story is { } story ? Write(story) : null)
            .Put("stages", new BsonArray(revision.Stages.Select(Write)))
            .PutTime("announcedAt", revision.AnnouncedAt)
            .PutText("announcedFor", revision.AnnouncedFor)
            .Put("superseded", revision.Superseded ? BsonBoolean.True : null)
            .Put(OpenTicks, open ? (BsonValue)article.ReceivedAt.UtcTicks : null);
    }

    public static BsonArray Write(IEnumerable<Entity> entities) => new(entities.Select(entity => new BsonDocument()
        .PutText("type", entity.Type)
        .PutText("name", entity.Name)
        .Put("salience", entity.Salience)
        .Put("mentions", new BsonArray(entity.Mentions.Select(mention => new BsonDocument()
            .Put("start", mention.Start)
            .Put("end", mention.End)
            .PutText("text", mention.Text)
            .Put("confidence", mention.Confidence))))));

    public static BsonDocument Write(Duplicate duplicate) => new BsonDocument()
        .PutText("status", duplicate.Status)
        .PutText("of", duplicate.Of)
        .Put("similarity", duplicate.Similarity)
        .PutText("clusterId", duplicate.ClusterId);

    public static BsonDocument Write(Story story) => new BsonDocument()
        .PutText("storyId", story.StoryId)
        .PutText("title", story.Title)
        .Put("confidence", story.Confidence);

    public static BsonDocument Write(StageRecord stage) => new BsonDocument()
        .PutText("stage", stage.Stage)
        .PutTime("startedAt", stage.StartedAt)
        .Put("durationMs", stage.DurationMs)
        .PutText("version", stage.Version)
        .PutText("note", stage.Note);

    public static RevisionDocument Read(BsonDocument document) => new()
    {
        ArticleId = document.Text("articleId"),
        Revision = document.Int("revision"),
        SubmissionId = document.Text("submissionId"),
        RawId = document.Text("rawId"),
        Cause = document.Text("cause"),
        TraceId = document.Text("traceId"),
        ContentHash = document.Text("contentHash"),
        Article = ReadArticle(document),
        Entities = document.ListOrNull("entities", ReadEntity),
        Duplicate = document.TryGetValue("duplicate", out var duplicate) ? ReadDuplicate(duplicate.AsBsonDocument) : null,
        Story = document.TryGetValue("story", out var story) ? ReadStory(story.AsBsonDocument) : null,
        Stages = document.List("stages", stage => ReadStage(stage.AsBsonDocument)),
        AnnouncedAt = document.TimeOrNull("announcedAt"),
        AnnouncedFor = document.TextOrNull("announcedFor"),
        Superseded = document.Flag("superseded"),
    };

    private static Article ReadArticle(BsonDocument document) => new()
    {
        Url = document.TextOrNull("url"),
        CanonicalUrl = document.TextOrNull("canonicalUrl"),
        Source = document.TextOrNull("source"),
        SiteName = document.TextOrNull("siteName"),
        Section = document.TextOrNull("section"),
        LeadImage = document.TextOrNull("leadImage"),
        Title = document.TextOrNull("title"),
        Byline = document.List("byline", name => name.AsString),
        PublishedAt = document.TimeOrNull("publishedAt"),
        PublishedAtFrom = document.TextOrNull("publishedAtFrom"),
        ModifiedAt = document.TimeOrNull("modifiedAt"),
        Language = document.Text("language"),
        Text = document.Text("text"),
        WordCount = document.Int("wordCount"),
        ReceivedAt = document.Time("receivedAt"),
        Metadata = document.PairsOrNull("metadata"),
    };

    private static Entity ReadEntity(BsonDocument entity) => new()
    {
        Type = entity.Text("type"),
        Name = entity.Text("name"),
        Salience = entity["salience"].ToDouble(),
        Mentions = entity.List("mentions", mention => ReadMention(mention.AsBsonDocument)),
    };

    private static Mention ReadMention(BsonDocument mention) => new()
    {
        Start = mention.Int("start"),
        End = mention.Int("end"),
        Text = mention.Text("text"),
        Confidence = mention["confidence"].ToDouble(),
    };

    private static Duplicate ReadDuplicate(BsonDocument duplicate) => new()
    {
        Status = duplicate.Text("status"),
        Of = duplicate.TextOrNull("of"),
        Similarity = duplicate["similarity"].ToDouble(),
        ClusterId = duplicate.Text("clusterId"),
    };

    private static Story ReadStory(BsonDocument story) => new()
    {
        StoryId = story.Text("storyId"),
        Title = story.TextOrNull("title"),
        Confidence = story["confidence"].ToDouble(),
    };

    private static StageRecord ReadStage(BsonDocument stage) => new()
    {
        Stage = stage.Text("stage"),
        StartedAt = stage.Time("startedAt"),
        DurationMs = stage["durationMs"].ToDouble(),
        Version = stage.Text("version"),
        Note = stage.TextOrNull("note"),
    };
}
