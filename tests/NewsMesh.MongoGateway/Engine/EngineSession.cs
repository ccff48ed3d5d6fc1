using NewsMesh.MongoGateway.Commands;
using Npgsql;
using NpgsqlTypes;

namespace NewsMesh.MongoGateway.Engine;

/// <summary>One connection to the engine. A cursor that lives in its connection keeps this.</summary>
internal sealed class EngineSession(NpgsqlConnection connection) : IAsyncDisposable
{
    /// <summary>The first row of the answer; null where there is none.</summary>
    /// <exception cref="CommandException">The engine refuses; the code is MongoDB's.</exception>
    /// <exception cref="EngineUnreachableException">The engine went away.</exception>
    public async Task<object?[]?> FirstRowAsync(Statement statement, CancellationToken cancellation)
    {
        try
        {
            // The commands of a batch are one transaction, with which its settings end.
            await using var batch = connection.CreateBatch();
            foreach (var (name, value) in statement.Settings)
            {
                batch.BatchCommands.Add(Command(new Statement("SELECT set_config($1, $2, true)", name, value)));
            }

            batch.BatchCommands.Add(Command(statement));
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            foreach (var _ in statement.Settings)
            {
                await reader.NextResultAsync(cancellation);
            }

            object?[]? row = null;
            if (await reader.ReadAsync(cancellation))
            {
                row = new object?[reader.FieldCount];
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
                }
            }

            return row;
        }
        catch (Exception error) when (EngineErrors.Translate(error) is { } translated)
        {
            throw translated;
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static NpgsqlBatchCommand Command(Statement statement)
    {
        var command = new NpgsqlBatchCommand(statement.Sql);
        foreach (var value in statement.Parameters)
        {
            command.Parameters.Add(value switch
            {
                null => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bytea, Value = DBNull.Value },
                ReadOnlyMemory<byte> bytes => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bytea, Value = bytes },
                _ => new NpgsqlParameter { Value = value },
            });
        }

        return command;
    }
}
