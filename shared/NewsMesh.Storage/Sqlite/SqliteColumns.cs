using Microsoft.Data.Sqlite;

namespace NewsMesh.Storage.Sqlite;

/// <summary>
/// Reads columns that may be null, and times, which take two: UTC ticks of 100 ns, which conditions compare, and the offset
/// from UTC in minutes.
/// </summary>
internal static class SqliteColumns
{
    /// <summary>The offset column's value.</summary>
    public static object? OffsetMinutes(DateTimeOffset? time) => time is { } t ? (long)t.TotalOffsetMinutes : null;

    /// <summary>Reads a time from the column and the one after it.</summary>
    public static DateTimeOffset GetTime(this SqliteDataReader row, int ordinal)
    {
        var offset = TimeSpan.FromMinutes(row.GetInt64(ordinal + 1));
        return new DateTimeOffset(row.GetInt64(ordinal), TimeSpan.Zero).ToOffset(offset);
    }

    /// <inheritdoc cref="GetTime"/>
    public static DateTimeOffset? GetTimeOrNull(this SqliteDataReader row, int ordinal) =>
        row.IsDBNull(ordinal) ? null : row.GetTime(ordinal);

    public static string? GetStringOrNull(this SqliteDataReader row, int ordinal) =>
        row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    public static int? GetInt32OrNull(this SqliteDataReader row, int ordinal) =>
        row.IsDBNull(ordinal) ? null : row.GetInt32(ordinal);
}
