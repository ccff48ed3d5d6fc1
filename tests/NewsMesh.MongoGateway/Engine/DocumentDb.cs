using NewsMesh.MongoGateway.Commands;
using Npgsql;

namespace NewsMesh.MongoGateway.Engine;

/// <summary>PostgreSQL with the DocumentDB extension, which takes and gives the very BSON of MongoDB's commands.</summary>
internal sealed class DocumentDb(NpgsqlDataSource source) : IAsyncDisposable
{
    // A deadlock or a serialisation failure rolls the whole statement back: it is safe to run again, as mongod does.
    private const int MaxAttempts = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(2);

    /// <param name="connectionString">Npgsql's, to a database with the extension.</param>
    public static DocumentDb Connect(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // Statements differ in their parameters only: each connection prepares each of them once.
            MaxAutoPrepare = 40,
            AutoPrepareMinUsages = 2,
            CommandTimeout = 0,

            // Who locked first is known long before PostgreSQL's second.
            Options = "-c deadlock_timeout=50ms",
            MaxPoolSize = 150,
            Timeout = 15,
            IncludeErrorDetail = false,
        };
        return new DocumentDb(NpgsqlDataSource.Create(builder.ConnectionString));
    }

    /// <param name="onAway">Runs each time that the engine went away.</param>
    public EngineWatch Watch(Func<Task> onAway) => new(source, onAway);

    /// <exception cref="EngineUnreachableException">The engine is away.</exception>
    public async Task<EngineSession> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            return new EngineSession(await source.OpenConnectionAsync(cancellation));
        }
        catch (Exception error) when (EngineErrors.Translate(error) is { } translated)
        {
            throw translated as EngineUnreachableException ?? new EngineUnreachableException(error);
        }
    }

    /// <summary>Runs a statement on a connection of the pool. Gives its first row, or null where there is none.</summary>
    public async Task<object?[]?> FirstRowAsync(Statement statement, CancellationToken cancellation)
    {
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++, pause *= 2)
        {
            try
            {
                await using var session = await OpenAsync(cancellation);
                return await session.FirstRowAsync(statement, cancellation);
            }
            catch (CommandException error) when (error.Error == MongoError.WriteConflict && attempt < MaxAttempts)
            {
                await Task.Delay(pause, cancellation);
            }
        }
    }

    /// <summary>The one BSON document that a statement gives.</summary>
    public async Task<byte[]> DocumentAsync(Statement statement, CancellationToken cancellation) =>
        (await FirstRowAsync(statement, cancellation))?[0] as byte[]
        ?? throw new CommandException(MongoError.InternalError, "The engine gave no document.");

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
