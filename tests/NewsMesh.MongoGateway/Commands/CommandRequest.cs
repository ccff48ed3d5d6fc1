using MongoDB.Bson;
using NewsMesh.MongoGateway.Wire;

namespace NewsMesh.MongoGateway.Commands;

/// <summary>One command of a client.</summary>
internal sealed class CommandRequest
{
    /// <summary>A document's 16 MiB, and what a command may put around one.</summary>
    private const int MaxDocumentLength = (16 * 1024 * 1024) + (16 * 1024);

    private static readonly IReadOnlyDictionary<string, ReadOnlyMemory<byte>> NoSequences =
        new Dictionary<string, ReadOnlyMemory<byte>>();

    private CommandRequest(ReadOnlyMemory<byte> bytes, string? database, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sequences)
    {
        CheckLength(bytes);
        foreach (var documents in sequences.Values)
        {
            for (var rest = documents; !rest.IsEmpty;)
            {
                var document = BsonBytes.First(rest);
                CheckLength(document);
                rest = rest[document.Length..];
            }
        }

        Bytes = bytes;
        Sequences = sequences;
        Body = BsonBytes.Lazy(bytes);
        Name = Body.ElementCount > 0 ? Body.GetElement(0).Name : "";
        Database = database ?? (Body.TryGetValue("$db", out var value) && value.IsString
            ? value.AsString
            : throw new CommandException(MongoError.Of(40414), "BSON field 'OP_MSG.$db' is missing but a required field"));
    }

    public string Name { get; }

    public string Database { get; }

    /// <summary>The command's document, read as its elements are asked for.</summary>
    public BsonDocument Body { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Documents that came beside the command, one after the other, by the name of the field they stand for.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Sequences { get; }

    /// <summary>The collection that the command's first element names.</summary>
    public string Collection => Body[0] is { IsString: true } name
        ? name.AsString
        : throw new CommandException(MongoError.InvalidNamespace, $"collection name has invalid type {Body[0].BsonType}");

    /// <summary>"maxTimeMS", or null where there is none or it is 0.</summary>
    public TimeSpan? MaxTime => Body.TryGetValue("maxTimeMS", out var value) && value.IsNumeric && value.ToDouble() > 0
        ? TimeSpan.FromMilliseconds(Math.Min(value.ToDouble(), int.MaxValue))
        : null;

    /// <summary>The session's document and the number of its write, where the client may send this write again.</summary>
    public (byte[] Session, long Number)? RetryableWrite =>
        Body.TryGetValue("txnNumber", out var number) && number.IsInt64 && Body.TryGetValue("lsid", out var session) && session.IsBsonDocument
            ? (session.AsBsonDocument.ToBson(), number.AsInt64)
            : null;

    public static CommandRequest From(OpMsg message) => new(message.Document, null, message.Sequences);

    public static CommandRequest From(OpQuery query) => new(query.Document, query.Database, NoSequences);

    /// <summary>The same command for the same database with another document, for example the one that "explain" holds.</summary>
    public CommandRequest With(BsonDocument body) => new(body.ToBson(), Database, Sequences);

    public string? Text(string field) => Body.TryGetValue(field, out var value) && value.IsString ? value.AsString : null;

    private static void CheckLength(ReadOnlyMemory<byte> document)
    {
        if (document.Length > MaxDocumentLength)
        {
            throw new CommandException(
                MongoError.BSONObjectTooLarge, $"BSONObj size: {document.Length} is invalid. Size must be between 0 and {MaxDocumentLength}");
        }
    }
}
