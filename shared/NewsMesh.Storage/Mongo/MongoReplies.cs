using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Storage.Mongo;

/// <summary>Reads what replies say beside <c>ok: 1</c>.</summary>
internal static class MongoReplies
{
    /// <summary>The reply, unless it tells of a statement that failed or of a write that no majority has.</summary>
    /// <exception cref="MongoFaultException">It does.</exception>
    public static BsonDocument Check(BsonDocument reply)
    {
        if (reply.TryGetValue("writeErrors", out var errors) && errors is BsonArray { Count: > 0 } list)
        {
            throw Fault(list[0].AsBsonDocument);
        }

        return reply.TryGetValue("writeConcernError", out var error) ? throw Fault(error.AsBsonDocument) : reply;
    }

    /// <summary>Documents that an <c>update</c> or <c>delete</c> met, or an <c>insert</c> wrote.</summary>
    public static int Count(BsonDocument reply) => reply["n"].ToInt32();

    private static MongoFaultException Fault(BsonDocument error) => new(
        MongoFaultKind.Refused, error["code"].ToInt32(), error.GetValue("errmsg", "").ToString()!);
}
