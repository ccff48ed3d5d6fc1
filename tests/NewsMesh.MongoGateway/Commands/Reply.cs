using MongoDB.Bson;

namespace NewsMesh.MongoGateway.Commands;

/// <summary>Replies as bytes.</summary>
internal static class Reply
{
    public static byte[] Ok(BsonDocument? fields = null)
    {
        var reply = fields ?? [];
        reply["ok"] = 1.0;
        return reply.ToBson();
    }

    /// <summary>The reply to a command that failed.</summary>
    /// <param name="labels">What "errorLabels" holds; left out where empty.</param>
    public static byte[] Error(MongoError error, string message, IReadOnlyList<string> labels)
    {
        var reply = new BsonDocument { { "ok", 0.0 }, { "errmsg", message }, { "code", error.Code }, { "codeName", error.Name } };
        if (labels.Count > 0)
        {
            reply["errorLabels"] = new BsonArray(labels);
        }

        return reply.ToBson();
    }
}
