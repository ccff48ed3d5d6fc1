using Microsoft.Data.Sqlite;
using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage.Sqlite;

/// <summary>A revision's row: what never changes is one JSON document, what stages set later has columns of its own.</summary>
internal static class RevisionRow
{
    /// <summary>The part that never changes.</summary>
    public static string Fixed(RevisionDocument revision) => SqliteJson.Write(revision with
    {
        Stages = [],
        Entities = null,
        Duplicate = null,
        Story = null,
        AnnouncedAt = null,
        AnnouncedFor = null,
        Superseded = false,
    });

    /// <summary>Reads <see cref="Sql.ArticleSql.Columns"/>.</summary>
    public static RevisionDocument Map(SqliteDataReader row) => SqliteJson.Read<RevisionDocument>(row.GetString(0)) with
    {
        Stages = SqliteJson.Read<IReadOnlyList<StageRecord>>(row.GetString(1)),
        Entities = row.IsDBNull(2) ? null : SqliteJson.Read<IReadOnlyList<Entity>>(row.GetString(2)),
        Duplicate = row.IsDBNull(3) ? null : SqliteJson.Read<Duplicate>(row.GetString(3)),
        Story = row.IsDBNull(4) ? null : SqliteJson.Read<Story>(row.GetString(4)),
        AnnouncedAt = row.GetTimeOrNull(5),
        AnnouncedFor = row.GetStringOrNull(7),
        Superseded = row.GetBoolean(8),
    };
}
