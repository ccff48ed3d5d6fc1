using MongoDB.Bson;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage.Mongo.Documents;

/// <summary>Documents of collection <c>submissions</c>.</summary>
internal static class SubmissionBson
{
    public static BsonDocument Write(SubmissionDocument submission) => new BsonDocument()
        .PutText("_id", submission.SubmissionId)
        .PutText("messageKey", submission.MessageKey)
        .Put("generatedId", submission.GeneratedId)
        .PutText("bodySha256", submission.BodySha256)
        .PutText("url", submission.Url)
        .PutTime("receivedAt", submission.ReceivedAt)
        .PutText("articleId", submission.ArticleId)
        .PutText("rawId", submission.RawId)
        .Put("revision", submission.Revision is { } revision ? (BsonValue)revision : null)
        .PutText("status", submission.Status)
        .PutText("stage", submission.Stage)
        .PutText("reason", submission.Reason)
        .PutText("detail", submission.Detail)
        .PutTime("finishedAt", submission.FinishedAt)
        .PutText("traceId", submission.TraceId);

    public static SubmissionDocument Read(BsonDocument document) => new()
    {
        SubmissionId = document.Text("_id"),
        MessageKey = document.Text("messageKey"),
        GeneratedId = document.Flag("generatedId"),
        BodySha256 = document.Text("bodySha256"),
        Url = document.TextOrNull("url"),
        ReceivedAt = document.Time("receivedAt"),
        ArticleId = document.TextOrNull("articleId"),
        RawId = document.TextOrNull("rawId"),
        Revision = document.IntOrNull("revision"),
        Status = document.Text("status"),
        Stage = document.TextOrNull("stage"),
        Reason = document.TextOrNull("reason"),
        Detail = document.TextOrNull("detail"),
        FinishedAt = document.TimeOrNull("finishedAt"),
        TraceId = document.Text("traceId"),
    };
}
