using MongoDB.Bson;
using NewsMesh.MongoGateway.Engine;
using NewsMesh.MongoGateway.Wire;

namespace NewsMesh.MongoGateway.Commands;

/// <summary>Puts the replies to the parts of a write together as the reply to the whole, with MongoDB's error codes.</summary>
/// <param name="ordered">Whether a failed statement ends the command.</param>
internal sealed class WriteResults(bool ordered)
{
    private readonly BsonArray _upserted = [];
    private readonly List<BsonDocument> _errors = [];
    private int _n;
    private int? _modified;

    /// <summary>Whether nothing more is to be run.</summary>
    public bool IsAtEnd => ordered && _errors.Count > 0;

    /// <param name="part">The statements that the reply is for.</param>
    /// <param name="pending">Takes the statements that met a conflict, and have to be run again.</param>
    public void Add(byte[] reply, WritePart part, Stack<WritePart> pending)
    {
        var document = BsonBytes.Read(reply);
        _n += document.GetValue("n", 0).ToInt32();
        if (document.TryGetValue("nModified", out var modified))
        {
            _modified = (_modified ?? 0) + modified.ToInt32();
        }

        foreach (var upserted in Documents(document, "upserted"))
        {
            upserted["index"] = upserted["index"].ToInt32() + part.Start;
            _upserted.Add(upserted);
        }

        foreach (var error in Documents(document, "writeErrors"))
        {
            var index = error["index"].ToInt32() + part.Start;
            var mapped = SqlState.ToError(SqlState.Unpack(error["code"].ToInt32()));
            if (mapped == MongoError.WriteConflict && part.MayGoAgain)
            {
                // What comes after it was not tried where the order counts.
                pending.Push(new WritePart(ordered ? index..part.Range.End : index..(index + 1), part.Attempt + 1));
            }
            else
            {
                Add(mapped, error["errmsg"].AsString, index);
            }
        }
    }

    public void Add(CommandException error, WritePart part) => Add(error.Error, error.Message, part.Start);

    public byte[] Reply()
    {
        var reply = new BsonDocument("n", _n);
        if (_modified is { } modified)
        {
            reply["nModified"] = modified;
        }

        if (_upserted.Count > 0)
        {
            reply["upserted"] = _upserted;
        }

        if (_errors.Count > 0)
        {
            reply["writeErrors"] = new BsonArray(_errors.OrderBy(error => error["index"].AsInt32));
        }

        return Commands.Reply.Ok(reply);
    }

    private void Add(MongoError error, string text, int index) => _errors.Add(new BsonDocument
    {
        { "index", index },
        { "code", error.Code },
        { "errmsg", EngineErrors.Message(error, text) },
    });

    private static IEnumerable<BsonDocument> Documents(BsonDocument reply, string field) =>
        reply.TryGetValue(field, out var documents) ? documents.AsBsonArray.OfType<BsonDocument>() : [];
}
