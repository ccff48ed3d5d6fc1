using MongoDB.Bson;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Mongo.Documents;

namespace NewsMesh.Storage.Mongo;

internal sealed class MongoSubmissionStore(MongoDatabase database) : ISubmissionStore
{
    /// <summary>What an outcome says of its cause.</summary>
    private static readonly string[] Why = ["stage", "reason", "detail"];

    private static readonly BsonDocument OldestFirst = new() { { "receivedAtTicks", 1 }, { "_id", 1 } };

    private readonly MongoCollection _submissions = new(database, MongoSchema.Submissions);

    public async Task<SubmissionDocument> ReceiveAsync(SubmissionDocument submission, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var document = SubmissionBson.Write(submission);
        var differs = Filter.Id(submission.SubmissionId).Put("messageKey", new BsonDocument("$ne", document["messageKey"]));
        while (true)
        {
            // Nothing comes back where the same message was recorded before, or was just now by another worker.
            var stored = await _submissions.PutAndGetAsync(differs, document, ct)
                ?? await _submissions.FindFirstAsync(Filter.Id(submission.SubmissionId), ct);
            if (stored is not null)
            {
                return SubmissionBson.Read(stored);
            }
        }
    }

    public async Task<SubmissionDocument?> GetAsync(string submissionId, CancellationToken ct = default) =>
        Map(await _submissions.FindFirstAsync(Filter.Id(submissionId), ct));

    public async Task<SubmissionDocument?> FindPendingByBodyAsync(string bodySha256, CancellationToken ct = default) =>
        Map(await _submissions.FindFirstAsync(
            new BsonDocument
            {
                { "bodySha256", BsonFields.WellFormed(bodySha256) },
                { "status", SubmissionStatus.Pending },
                { "generatedId", true },
            },
            ct,
            OldestFirst));

    public Task SetArticleAsync(string submissionId, string articleId, string? rawId, CancellationToken ct = default) =>
        _submissions.UpdateAsync(
            Filter.Id(submissionId).Put("status", SubmissionStatus.Pending),
            new BsonDocument("$set", new BsonDocument().PutText("articleId", articleId).PutText("rawId", rawId)),
            ct);

    public Task<bool> TrySetOutcomeAsync(SubmissionOutcome outcome, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        SubmissionStatus.RequireFinal(outcome.Status, nameof(outcome));
        var set = new BsonDocument()
            .PutText("status", outcome.Status)
            .PutTime("finishedAt", outcome.FinishedAt)
            .PutText("articleId", outcome.ArticleId)
            .Put("revision", outcome.Revision is { } revision ? (BsonValue)revision : null)
            .PutText("stage", outcome.Stage)
            .PutText("reason", outcome.Reason)
            .PutText("detail", outcome.Detail);

        // A replayed message's outcome leaves nothing of why it was dead-lettered.
        var unset = new BsonDocument(
            Why.Where(name => !set.Contains(name)).Select(name => new BsonElement(name, "")));
        var update = new BsonDocument("$set", set).Put("$unset", unset.ElementCount > 0 ? unset : null);
        return _submissions.UpdateAsync(
            Filter.Id(outcome.SubmissionId)
                .Put("status", Filter.In([SubmissionStatus.Pending, SubmissionStatus.DeadLettered])),
            update,
            ct);
    }

    public async Task<IReadOnlyList<SubmissionDocument>> FindPendingAsync(
        DateTimeOffset receivedBefore, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var found = await _submissions.FindAsync(
            new BsonDocument { { "status", SubmissionStatus.Pending }, { "receivedAtTicks", Filter.Before(receivedBefore) } },
            OldestFirst,
            limit,
            ct);
        return [.. found.Select(SubmissionBson.Read)];
    }

    public Task<IReadOnlyDictionary<string, long>> CountByStatusAsync(CancellationToken ct = default) =>
        Counts.ByAsync(_submissions, "status", ct);

    private static SubmissionDocument? Map(BsonDocument? document) => document is null ? null : SubmissionBson.Read(document);
}
