using System.Text.Json;
using MongoDB.Bson;
using NewsMesh.MongoGateway.Commands;
using NewsMesh.MongoGateway.Engine;

namespace NewsMesh.MongoGateway.Explain;

/// <summary>
/// "explain" with MongoDB's "queryPlanner", whatever verbosity is asked for: nothing is run. Sequential scans are off, so that an
/// index that can serve a query is seen on a collection of any size; where none can, the plan says COLLSCAN.
/// </summary>
internal sealed class ExplainCommand(DocumentDb engine)
{
    private static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string> { ["enable_seqscan"] = "off" };

    public async Task<byte[]> RunAsync(CommandRequest request, CancellationToken cancellation)
    {
        if (request.Body[0] is not { IsBsonDocument: true, AsBsonDocument: { ElementCount: > 0 } command })
        {
            throw new CommandException(MongoError.TypeMismatch, "explain command requires a nested object");
        }

        var (function, query) = Query(command, request);
        var sort = query.TryGetValue("sort", out var order) && order.IsBsonDocument ? order.AsBsonDocument : [];
        var plan = await PlanAsync(function, request.Database, query, sort, cancellation);
        return Reply.Ok(new BsonDocument
        {
            { "explainVersion", "1" },
            {
                "queryPlanner", new BsonDocument
                {
                    { "namespace", $"{request.Database}.{command[0]}" },
                    { "parsedQuery", query.GetValue(function == "count" ? "query" : "filter", new BsonDocument()) },
                    { "winningPlan", plan },
                    { "rejectedPlans", new BsonArray() },
                }
            },
            { "command", command },
        });
    }

    private async Task<BsonDocument> PlanAsync(
        string function, string database, BsonDocument query, BsonDocument sort, CancellationToken cancellation)
    {
        var statement = new Statement(
            $"EXPLAIN (FORMAT JSON, VERBOSE, COSTS OFF) SELECT document FROM documentdb_api_catalog.bson_aggregation_{function}("
            + "$1, $2::bytea::documentdb_core.bson)",
            database,
            new ReadOnlyMemory<byte>(query.ToBson()))
        { Settings = Settings };
        var row = await engine.FirstRowAsync(statement, cancellation);
        using var json = JsonDocument.Parse((string)row![0]!);
        var sortsById = sort.ElementCount == 1 && sort.GetElement(0).Name == "_id";
        var plan = new PlanReader(sortsById).Read(json.RootElement[0].GetProperty("Plan"));
        return sort.ElementCount > 0 && SortedScan.SortsCollection(plan)
            ? SortedScan.WithIndex(plan, sort, await IndexesAsync(database, query[0], cancellation))
            : plan;
    }

    private async Task<IEnumerable<BsonDocument>> IndexesAsync(string database, BsonValue collection, CancellationToken cancellation)
    {
        var list = new BsonDocument { { "listIndexes", collection }, { "cursor", new BsonDocument("batchSize", 100) } };
        var page = await engine.DocumentAsync(
            new Statement(
                "SELECT cursorpage::bytea FROM documentdb_api.list_indexes_cursor_first_page($1, $2::bytea::documentdb_core.bson)",
                database,
                new ReadOnlyMemory<byte>(list.ToBson())),
            cancellation);
        return Wire.BsonBytes.Read(page)["cursor"]["firstBatch"].AsBsonArray.OfType<BsonDocument>();
    }

    /// <summary>The query of a command and the function that plans it; of a write, the query that finds what it would write.</summary>
    private static (string Function, BsonDocument Query) Query(BsonDocument command, CommandRequest request)
    {
        var collection = command[0];
        return command.GetElement(0).Name switch
        {
            "find" => ("find", command),
            "aggregate" => ("pipeline", command),
            "count" => ("count", command),
            "distinct" => ("distinct", command),
            "findAndModify" or "findandmodify" => ("find", Find(collection, command.GetValue("query", new BsonDocument()), command)),
            "update" => ("find", Find(collection, First(command, "updates", request)["q"], [])),
            "delete" => ("find", Find(collection, First(command, "deletes", request)["q"], [])),
            var other => throw new CommandException(MongoError.CommandNotFound, $"Explain failed due to unknown command: {other}"),
        };
    }

    private static BsonDocument Find(BsonValue collection, BsonValue filter, BsonDocument command)
    {
        var find = new BsonDocument { { "find", collection }, { "filter", filter } };
        if (command.TryGetValue("sort", out var sort))
        {
            find["sort"] = sort;
        }

        return find;
    }

    private static BsonDocument First(BsonDocument command, string statements, CommandRequest request)
    {
        if (command.TryGetValue(statements, out var inline) && inline is BsonArray { Count: > 0 } array)
        {
            return array[0].AsBsonDocument;
        }

        return request.Sequences.TryGetValue(statements, out var sequence) && !sequence.IsEmpty
            ? Wire.BsonBytes.Lazy(Wire.BsonBytes.First(sequence))
            : throw new CommandException(MongoError.FailedToParse, $"explain of a command without {statements}");
    }
}
