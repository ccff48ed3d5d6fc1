using System.Text.Json;
using MongoDB.Bson;

namespace NewsMesh.MongoGateway.Explain;

/// <summary>From PostgreSQL's plan (EXPLAIN with FORMAT JSON) to the stages of MongoDB's "queryPlanner.winningPlan".</summary>
/// <param name="sortsById">Whether the query asks for the order of _id: then walking all of _id's index is no collection scan.</param>
internal sealed class PlanReader(bool sortsById)
{
    private const string IdIndex = "_id_";
    private readonly Dictionary<string, JsonElement> _indexes = new(StringComparer.Ordinal);

    public BsonDocument Read(JsonElement node)
    {
        NoteIndexes(node);
        var type = Text(node, "Node Type");
        var inputs = node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().Select(Read).ToList() : [];
        return type switch
        {
            "Seq Scan" or "Sample Scan" => Stage("COLLSCAN"),
            "Bitmap Index Scan" or "Index Only Scan" => Scan(node),
            "Index Scan" => Fetch([Scan(node)]),
            "Bitmap Heap Scan" => Fetch(inputs),
            "BitmapOr" => Stage("OR", inputs),
            "BitmapAnd" => Stage("AND_SORTED", inputs),
            "Sort" or "Incremental Sort" => Stage("SORT", inputs),
            "Limit" => Stage("LIMIT", inputs),
            "Aggregate" or "Group" => Stage("GROUP", inputs),
            "Nested Loop" or "Hash Join" or "Merge Join" => Stage("EQ_LOOKUP", inputs),
            _ when inputs.Count == 0 => Stage("EOF"),

            // Projections, wrappers of scans, and what else has one input: MongoDB's plans are no worse for not naming it.
            _ when inputs.Count == 1 => inputs[0],
            _ => Stage(type.ToUpperInvariant().Replace(' ', '_'), inputs),
        };
    }

    private BsonDocument Scan(JsonElement node)
    {
        var name = Text(node, "Index Name");
        if (name == IdIndex && !sortsById && !Text(node, "Index Cond").Contains("object_id", StringComparison.Ordinal))
        {
            // With sequential scans off, the planner walks the whole of the primary key instead.
            return Stage("COLLSCAN");
        }

        var stage = Stage("IXSCAN");
        stage["indexName"] = name;
        if (_indexes.TryGetValue(name, out var details))
        {
            stage["keyPattern"] = BsonDocument.Parse(Text(details, "indexKey"));
            stage["isMultiKey"] = details.TryGetProperty("isMultiKey", out var multi) && multi.GetBoolean();
        }
        else if (name == IdIndex)
        {
            stage["keyPattern"] = new BsonDocument("_id", 1);
            stage["isMultiKey"] = false;
        }

        stage["direction"] = Text(node, "Scan Direction") == "Backward" ? "backward" : "forward";
        return stage;
    }

    private static BsonDocument Fetch(List<BsonDocument> inputs) =>
        inputs is [var only] && only["stage"] == "COLLSCAN" ? only : Stage("FETCH", inputs);

    private static BsonDocument Stage(string name, List<BsonDocument>? inputs = null) => inputs switch
    {
        null or [] => new BsonDocument("stage", name),
        [var only] => new BsonDocument { { "stage", name }, { "inputStage", only } },
        _ => new BsonDocument { { "stage", name }, { "inputStages", new BsonArray(inputs) } },
    };

    // The extension says beside a scan's node what its indexes are in MongoDB's terms.
    private void NoteIndexes(JsonElement node)
    {
        if (!node.TryGetProperty("IndexDetails", out var details))
        {
            return;
        }

        foreach (var index in details.EnumerateArray().Where(index => index.TryGetProperty("indexKey", out _)))
        {
            _indexes[Text(index, "indexName")] = index;
        }
    }

    private static string Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
