using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsMesh.Storage.Sqlite;

/// <summary>One connection with its prepared statements; used by one caller at a time.</summary>
/// <remarks>
/// Statements write <c>LIMIT @limit + 0</c>: SQLite's planner (3.50) looks at the value of a bare <c>LIMIT @limit</c>, and then compiles
/// the statement anew each time that a value is bound, which took longer than the dedup index's look-up itself.
/// </remarks>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public SqliteSession(SqliteConnection connection) => _connection = connection;

    /// <summary>Runs a statement; the number of rows that it changed itself (rows changed by triggers not counted).</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Bind(sql, parameters).ExecuteNonQuery();

    /// <summary>The first row, or the default.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var reader = Bind(sql, parameters).ExecuteReader();
        return reader.Read() ? map(reader) : default;
    }

    public List<T> All<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var rows = new List<T>();
        ForEach(sql, row => rows.Add(map(row)), parameters);
        return rows;
    }

    public void ForEach(string sql, Action<SqliteDataReader> use, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var reader = Bind(sql, parameters).ExecuteReader();
        while (reader.Read())
        {
            use(reader);
        }
    }

    /// <summary>Runs one statement outside the statement cache and gives SQLite's result code instead of an exception.</summary>
    /// <remarks>
    /// The provider's own commands sleep for 150 ms a time, blocking the thread, when they meet a lock; BEGIN and COMMIT go
    /// past it so that the caller can wait without a thread.
    /// </remarks>
    public int TryRun(string sql) => raw.sqlite3_exec(_connection.Handle, sql);

    /// <summary>Runs a script of several statements.</summary>
    public void RunScript(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }

        foreach (var (name, value) in parameters)
        {
            var bound = value ?? DBNull.Value;
            if (command.Parameters.Contains(name))
            {
                command.Parameters[name].Value = bound;
            }
            else
            {
                command.Parameters.AddWithValue(name, bound);
            }
        }

        return command;
    }
}
