using MongoDB.Bson;
using NewsMesh.MongoGateway.Wire;

namespace NewsMesh.MongoGateway.Commands;

/// <summary>The statements of an insert, update or delete, whether they came in the command or beside it.</summary>
internal sealed class WriteStatements
{
    public const int MaxStatements = 100_000;

    private readonly ReadOnlyMemory<byte> _all;
    private readonly List<int> _starts = [];

    private WriteStatements(ReadOnlyMemory<byte> command, ReadOnlyMemory<byte> all, bool ordered)
    {
        Command = command;
        Ordered = ordered;
        _all = all;
        for (var start = 0; start < all.Length; start += BsonBytes.First(all[start..]).Length)
        {
            _starts.Add(start);
        }
    }

    /// <summary>The command without its statements.</summary>
    public ReadOnlyMemory<byte> Command { get; }

    /// <summary>Whether a statement that fails ends the command.</summary>
    public bool Ordered { get; }

    public int Count => _starts.Count;

    /// <exception cref="CommandException">There are none, too many, or something else.</exception>
    public static WriteStatements Of(CommandRequest request, string field)
    {
        var ordered = request.Body.GetValue("ordered", true).ToBoolean();
        var statements = request.Sequences.TryGetValue(field, out var beside)
            ? new WriteStatements(request.Bytes, beside, ordered)
            : Inline(request, field, ordered);
        return statements.Count is > 0 and <= MaxStatements
            ? statements
            : throw new CommandException(
                new MongoError(16, "InvalidLength"), $"Write batch sizes must be between 1 and {MaxStatements}. Got {statements.Count} operations.");
    }

    /// <summary>All statements, so many at a time.</summary>
    public IEnumerable<Range> Ranges(int together)
    {
        for (var start = 0; start < Count; start += together)
        {
            yield return start..Math.Min(start + together, Count);
        }
    }

    public ReadOnlyMemory<byte> Bytes(Range range)
    {
        var end = range.End.Value < Count ? _starts[range.End.Value] : _all.Length;
        return _all[_starts[range.Start.Value]..end];
    }

    private static WriteStatements Inline(CommandRequest request, string field, bool ordered)
    {
        if (!request.Body.TryGetValue(field, out var value) || value is not BsonArray array)
        {
            throw new CommandException(MongoError.Of(40414), $"BSON field '{request.Name}.{field}' is missing but a required field");
        }

        var all = new MemoryStream();
        foreach (var statement in array)
        {
            all.Write(statement.IsBsonDocument
                ? statement.AsBsonDocument.ToBson()
                : throw new CommandException(MongoError.TypeMismatch, $"BSON field '{request.Name}.{field}' holds a {statement.BsonType}"));
        }

        var command = new BsonDocument(request.Body.Elements.Where(element => element.Name != field));
        return new WriteStatements(command.ToBson(), all.ToArray(), ordered);
    }
}
