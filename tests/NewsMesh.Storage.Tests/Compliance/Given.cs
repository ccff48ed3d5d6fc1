using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage.Tests.Compliance;

/// <summary>Documents for tests; every field filled, so that a lost one shows.</summary>
internal static class Given
{
    /// <summary>An offset that is no whole hour, and a time below a microsecond.</summary>
    public static readonly DateTimeOffset Noon = new DateTimeOffset(2026, 3, 14, 12, 0, 0, TimeSpan.FromMinutes(345)).AddTicks(1234567);

    public const string Unicode = "Ελλάδα, 新闻报道, Львів, żółć, 👩‍🚒🚒 \u0000\t\"quoted\" \\ <b>&amp;</b>";

    public static readonly StageRecord Ingested =
        new() { Stage = Stages.Ingest, StartedAt = Noon, DurationMs = 1.25, Version = "1", Note = "a note" };

    public static readonly StageRecord Recognized =
        new() { Stage = Stages.Entities, StartedAt = Noon.AddSeconds(1), DurationMs = 0.1, Version = "rules-1" };

    public static readonly StageRecord Deduplicated =
        new() { Stage = Stages.Dedup, StartedAt = Noon.AddSeconds(2), DurationMs = 3, Version = "minhash-1" };

    public static RevisionDocument Revision(
        string articleId, int revision = 1, DateTimeOffset? receivedAt = null, string? submissionId = null,
        string title = "A title", string text = "A text.", string? source = "outlet") => new()
        {
            ArticleId = articleId,
            Revision = revision,
            SubmissionId = submissionId ?? $"submission of {articleId} {revision}",
            RawId = $"{articleId}.raw{revision}",
            Cause = revision == 1 ? Causes.New : Causes.Revision,
            TraceId = "0af7651916cd43dd8448eb211c80319c",
            ContentHash = $"hash {title} {text}",
            Article = new Article
            {
                Url = $"https://news.example/{articleId}?a=1",
                CanonicalUrl = $"https://news.example/{articleId}",
                Source = source,
                SiteName = "The Example",
                Section = "World",
                LeadImage = "https://news.example/image.jpg",
                Title = title,
                Byline = ["Ada Example", "Bo Example"],
                PublishedAt = new DateTimeOffset(2026, 3, 13, 23, 30, 0, TimeSpan.FromHours(-9.5)),
                PublishedAtFrom = "jsonld",
                ModifiedAt = new DateTimeOffset(2026, 3, 14, 1, 0, 0, TimeSpan.FromHours(14)),
                Language = "en",
                Text = text,
                WordCount = 2,
                ReceivedAt = receivedAt ?? Noon,
                Metadata = new Dictionary<string, string> { ["Desk"] = "1", ["desk"] = Unicode },
            },
            Stages = [Ingested],
        };

    public static Entity Entity(string type, string name, int start = 0) => new()
    {
        Type = type,
        Name = name,
        Salience = 0.1 + 0.2,
        Mentions = [new Mention { Start = start, End = start + name.Length, Text = name, Confidence = 1.0 / 3 }],
    };

    public static Duplicate Unique(string articleId) => new() { Status = DuplicateStatus.Unique, ClusterId = articleId };

    public static Story Story(string storyId) => new() { StoryId = storyId, Title = "A story", Confidence = 0.7 };

    public static SubmissionDocument Submission(string id, string messageKey = "message 1", DateTimeOffset? receivedAt = null) => new()
    {
        SubmissionId = id,
        MessageKey = messageKey,
        GeneratedId = true,
        BodySha256 = "body of " + id,
        Url = "https://news.example/" + id,
        ReceivedAt = receivedAt ?? Noon,
        TraceId = "0af7651916cd43dd8448eb211c80319c",
    };

    public static RawPageDocument RawPage(string rawId, byte[]? content = null) => new()
    {
        RawId = rawId,
        ArticleId = "article of " + rawId,
        SubmissionId = "submission of " + rawId,
        Content = content ?? "<html>page</html>"u8.ToArray(),
        Sha256 = "sha of " + rawId,
        IsHtml = true,
        Charset = "windows-1251",
        Url = "https://news.example/final",
        CanonicalUrl = "https://news.example/canonical",
        Language = "uk",
        Title = Unicode,
        Source = "outlet",
        PublishedAt = Noon.AddDays(-1),
        Metadata = new Dictionary<string, string> { ["k"] = "v" },
        ReceivedAt = Noon,
        FetchedAt = Noon.AddSeconds(-1),
        Headers = new Dictionary<string, string> { ["Content-Type"] = "text/html" },
    };

    public static RejectionDocument Rejection(string id, string reason = RejectionReasons.Malformed, DateTimeOffset? receivedAt = null) => new()
    {
        RejectionId = id,
        SubmissionId = "submission of " + id,
        ArticleId = "article of " + id,
        Url = "https://news.example/" + id,
        Stage = Stages.Ingest,
        Reason = reason,
        Detail = Unicode,
        ReceivedAt = receivedAt ?? Noon,
        TraceId = "0af7651916cd43dd8448eb211c80319c",
        Body = [0, 255, 1, 254],
        BodyLength = 5_000_000_000,
    };

    public static SignatureDocument Signature(
        string articleId, long[] bands, DateTimeOffset? receivedAt = null, int revision = 1, byte marker = 1) => new()
        {
            ArticleId = articleId,
            Revision = revision,
            ReceivedAt = receivedAt ?? Noon,
            PublishedAt = Noon.AddDays(-1),
            Source = "outlet",
            SignatureVersion = 7,
            Signature = [marker, 0, 255],
            Bands = bands,
        };

    public static Placement Placement(string clusterId, string? of = null) => new()
    {
        ClusterId = clusterId,
        Of = of,
        Similarity = of is null ? 0 : 0.1 + 0.2,
        Status = of is null ? DuplicateStatus.Unique : DuplicateStatus.Near,
    };

    public static StoryDocument StoryOf(string storyId, long[] terms, string[] articleIds, DateTimeOffset? lastAt = null) => new()
    {
        StoryId = storyId,
        Title = Unicode,
        FirstAt = Noon.AddDays(-2),
        LastAt = lastAt ?? Noon,
        ArticleIds = articleIds,
        Sources = ["outlet", "другий"],
        Entities = [new StoryEntity("PERSON", "Anna Bennett"), new StoryEntity("LOCATION", "Melby")],
        Terms = terms,
        State = [9, 0, 255],
    };
}
