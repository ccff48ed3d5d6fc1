using MongoDB.Bson;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage.Mongo.Documents;

/// <summary>Documents of collection <c>rejections</c>.</summary>
internal static class RejectionBson
{
    public static BsonDocument Write(RejectionDocument rejection) => new BsonDocument()
        .PutText("_id", rejection.RejectionId)
        .PutText("submissionId", rejection.SubmissionId)
        .PutText("articleId", rejection.ArticleId)
        .PutText("url", rejection.Url)
        .PutText("stage", rejection.Stage)
        .PutText("reason", rejection.Reason)
        .PutText("detail", rejection.Detail)
        .PutTime("receivedAt", rejection.ReceivedAt)
        .PutText("traceId", rejection.TraceId)
        .Put("body", rejection.Body)
        .Put("bodyLength", rejection.BodyLength is { } length ? (BsonValue)length : null);

    public static RejectionDocument Read(BsonDocument document) => new()
    {
        RejectionId = document.Text("_id"),
        SubmissionId = document.TextOrNull("submissionId"),
        ArticleId = document.TextOrNull("articleId"),
        Url = document.TextOrNull("url"),
        Stage = document.Text("stage"),
        Reason = document.Text("reason"),
        Detail = document.Text("detail"),
        ReceivedAt = document.Time("receivedAt"),
        TraceId = document.Text("traceId"),
        Body = document.BytesOrNull("body"),
        BodyLength = document.TryGetValue("bodyLength", out var length) ? length.ToInt64() : null,
    };
}
