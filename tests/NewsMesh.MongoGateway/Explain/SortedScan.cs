using MongoDB.Bson;

namespace NewsMesh.MongoGateway.Explain;

/// <summary>
/// MongoDB reads an index from end to end for the order it gives; DocumentDB's planner walks the collection and sorts. The plan
/// is told as MongoDB would make it, and says so in "engineStage".
/// </summary>
internal static class SortedScan
{
    /// <summary>Whether the plan, perhaps below a LIMIT, sorts a walk over the collection.</summary>
    public static bool SortsCollection(BsonDocument plan) => Sort(plan) is not null;

    /// <summary>The plan with the scan of an index that gives the order; the same plan where there is none.</summary>
    public static BsonDocument WithIndex(BsonDocument plan, BsonDocument sort, IEnumerable<BsonDocument> indexes)
    {
        if (Sort(plan) is not { } sorting || indexes.FirstOrDefault(index => Direction(index, sort) is not null) is not { } index)
        {
            return plan;
        }

        sorting.Clear();
        sorting.AddRange(new BsonDocument
        {
            { "stage", "FETCH" },
            {
                "inputStage", new BsonDocument
                {
                    { "stage", "IXSCAN" },
                    { "indexName", index["name"] },
                    { "keyPattern", index["key"] },
                    { "direction", Direction(index, sort) },
                    { "engineStage", "SORT of the whole collection" },
                }
            },
        });
        return plan;
    }

    private static BsonDocument? Sort(BsonDocument plan) => plan["stage"].AsString switch
    {
        "LIMIT" when plan.TryGetValue("inputStage", out var input) => Sort(input.AsBsonDocument),
        "SORT" when plan.TryGetValue("inputStage", out var input) && input["stage"] == "COLLSCAN" => plan,
        _ => null,
    };

    // The sort must be the index's first keys, all in its directions or all against them. An index that leaves documents out
    // gives no order of all.
    private static string? Direction(BsonDocument index, BsonDocument sort)
    {
        var keys = index["key"].AsBsonDocument;
        if (index.Contains("partialFilterExpression") || index.GetValue("sparse", false).ToBoolean() || keys.ElementCount < sort.ElementCount)
        {
            return null;
        }

        var signs = keys.Zip(sort, (key, wanted) => key.Name == wanted.Name && key.Value.IsNumeric && wanted.Value.IsNumeric
            ? Math.Sign(key.Value.ToDouble()) * Math.Sign(wanted.Value.ToDouble())
            : 0).ToList();
        return signs.TrueForAll(sign => sign > 0) ? "forward" : signs.TrueForAll(sign => sign < 0) ? "backward" : null;
    }
}
