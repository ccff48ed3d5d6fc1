using System.Security.Cryptography;
using System.Text;
using NewsMesh.Contracts;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Tests.Support;

/// <summary>Articles as the pipeline leaves them in the store.</summary>
internal static class Stored
{
    public static readonly DateTimeOffset Received = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    public const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    /// <summary>A text with the entities that <see cref="Entity"/> finds in it.</summary>
    public const string Text = "Mayor Ines Carvalho opened the harbour of Porto Novo on Sunday.\n\nThe Coastal Trust paid for it.";

    public static RevisionDocument Revision(
        string articleId, int revision = 1, string? title = "Harbour opens", string text = Text, string source = "Harbour Post")
    {
        var received = Received.AddMinutes(revision);
        return new RevisionDocument
        {
            ArticleId = articleId,
            Revision = revision,
            SubmissionId = $"sub-{articleId}",
            RawId = $"{articleId}.{revision}",
            Cause = revision == 1 ? Causes.New : Causes.Revision,
            TraceId = TraceId,
            ContentHash = $"hash-{revision}",
            Article = new Article
            {
                Url = $"https://harbour.example/{articleId}",
                CanonicalUrl = $"https://harbour.example/{articleId}",
                Source = source,
                Title = title,
                Byline = ["Rui Prata"],
                PublishedAt = Received.AddHours(-1),
                PublishedAtFrom = "meta",
                Language = "en",
                Text = text,
                WordCount = text.Split(' ').Length,
                ReceivedAt = received,
                Metadata = new Dictionary<string, string> { ["desk"] = "local" },
            },
            Entities = [.. new[] { ("PERSON", "Ines Carvalho"), ("LOCATION", "Porto Novo"), ("ORGANIZATION", "Coastal Trust") }
                .Where(e => text.Contains(e.Item2, StringComparison.Ordinal)).Select(e => Entity(e.Item1, e.Item2, text))],
            Duplicate = new Duplicate { Status = DuplicateStatus.Unique, ClusterId = articleId },
            Story = new Story { StoryId = "story-1", Title = "The harbour", Confidence = 0.9 },
            Stages = [.. Stages.All.Select((stage, i) => new StageRecord
            {
                Stage = stage,
                StartedAt = received.AddMilliseconds(20 * i),
                DurationMs = 10,
                Version = $"{stage}-1",
            })],
            AnnouncedAt = received.AddSeconds(1),
            AnnouncedFor = $"sub-{articleId}",
        };
    }

    public static Entity Entity(string type, string name, string text)
    {
        var start = text.IndexOf(name, StringComparison.Ordinal);
        return new Entity
        {
            Type = type,
            Name = name,
            Salience = 0.5,
            Mentions = [new Mention { Start = start, End = start + name.Length, Text = name, Confidence = 0.9 }],
        };
    }

    public static RawPageDocument Page(string articleId, string html, int revision = 1)
    {
        var content = Encoding.UTF8.GetBytes(html);
        return new RawPageDocument
        {
            RawId = $"{articleId}.{revision}",
            ArticleId = articleId,
            SubmissionId = $"sub-{articleId}",
            Content = content,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            IsHtml = true,
            Charset = "utf-8",
            Url = $"https://harbour.example/{articleId}",
            ReceivedAt = Received,
            FetchedAt = Received.AddSeconds(-2),
            Headers = new Dictionary<string, string> { ["server"] = "caf\u00e9" },
            Revision = revision,
        };
    }

    public static StoryDocument StoryOf(params string[] articleIds) => new()
    {
        StoryId = "story-1",
        Title = "The harbour",
        FirstAt = Received,
        LastAt = Received.AddHours(1),
        ArticleIds = articleIds,
        Sources = ["Harbour Post"],
        Terms = [1, 2],
        State = [1],
    };

    public static SubmissionDocument Submission(string id, string status = SubmissionStatus.Pending) => new()
    {
        SubmissionId = id,
        MessageKey = "message-" + id,
        BodySha256 = "00",
        ReceivedAt = Received,
        Status = status,
        TraceId = TraceId,
    };

    public static async Task FinishAsync(this IStore store, string submissionId, string status)
    {
        await store.Submissions.ReceiveAsync(Submission(submissionId));
        await store.Submissions.TrySetOutcomeAsync(
            new SubmissionOutcome { SubmissionId = submissionId, Status = status, FinishedAt = Received });
    }
}
