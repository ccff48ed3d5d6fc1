using MongoDB.Bson;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage.Mongo.Documents;

/// <summary>Documents of collection <c>signatures</c>.</summary>
internal static class SignatureBson
{
    public static BsonDocument Write(SignatureDocument signature) => new BsonDocument()
        .PutText("_id", signature.ArticleId)
        .Put("revision", signature.Revision)
        .PutTime("receivedAt", signature.ReceivedAt)
        .PutTime("publishedAt", signature.PublishedAt)
        .PutText("source", signature.Source)
        .Put("signatureVersion", signature.SignatureVersion)
        .Put("signature", signature.Signature)
        .Put("bands", new BsonArray(signature.Bands))
        .Put("placement", signature.Placement is { } placement ? Write(placement) : null);

    /// <summary>Always the same elements in the same order, so that a whole placement can be compared in a filter.</summary>
    public static BsonDocument Write(Placement placement) => new BsonDocument()
        .PutText("clusterId", placement.ClusterId)
        .PutText("of", placement.Of)
        .PutText("match", placement.Match)
        .Put("similarity", placement.Similarity)
        .PutText("status", placement.Status);

    public static SignatureDocument Read(BsonDocument document) => new()
    {
        ArticleId = document.Text("_id"),
        Revision = document.Int("revision"),
        ReceivedAt = document.Time("receivedAt"),
        PublishedAt = document.TimeOrNull("publishedAt"),
        Source = document.TextOrNull("source"),
        SignatureVersion = document.Int("signatureVersion"),
        Signature = document.BytesOrNull("signature")!,
        Bands = document.List("bands", band => band.AsInt64),
        Placement = document.TryGetValue("placement", out var placement) ? ReadPlacement(placement.AsBsonDocument) : null,
    };

    private static Placement ReadPlacement(BsonDocument placement) => new()
    {
        ClusterId = placement.Text("clusterId"),
        Of = placement.TextOrNull("of"),
        Match = placement.TextOrNull("match"),
        Similarity = placement["similarity"].ToDouble(),
        Status = placement.Text("status"),
    };
}
