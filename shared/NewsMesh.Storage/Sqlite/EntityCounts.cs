using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Sqlite.Sql;

namespace NewsMesh.Storage.Sqlite;

/// <summary>Reads table entity_counts.</summary>
internal static class EntityCounts
{
    public static IReadOnlyList<EntityCount> Find(SqliteSession session, string? type, string? prefix, int limit)
    {
        var sql = (type, prefix) switch
        {
            (null, null) => ListingSql.CountEntities,
            (_, null) => ListingSql.CountEntitiesByType,
            (null, _) => ListingSql.CountEntitiesByPrefix,
            _ => ListingSql.CountEntitiesByTypeAndPrefix,
        };
        List<(string, object?)> parameters = [("@limit", limit)];
        if (type is not null)
        {
            parameters.Add(("@type", type));
        }

        if (prefix is not null)
        {
            var key = EntityKey.Of(prefix);
            parameters.Add(("@prefix", key));
            parameters.Add(("@prefixEnd", key + EntityKey.AfterLastCharacter));
        }

        return session.All(
            sql, row => new EntityCount(row.GetString(0), row.GetString(1), row.GetInt64(2)), [.. parameters]);
    }
}
