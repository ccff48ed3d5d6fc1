using Npgsql;
using NewsMesh.MongoGateway.Commands;

namespace NewsMesh.MongoGateway.Engine;

internal static class EngineErrors
{
    /// <summary>The exception that a client's command fails with, or null for one that is none of the engine's.</summary>
    public static Exception? Translate(Exception error) => error switch
    {
        PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "57P05" or "53300" } => new EngineUnreachableException(error),
        PostgresException postgres => new CommandException(SqlState.ToError(postgres.SqlState), Message(postgres)),
        NpgsqlException or System.Net.Sockets.SocketException or IOException => new EngineUnreachableException(error),
        _ => null,
    };

    private static string Message(PostgresException error) => SqlState.ToError(error.SqlState) switch
    {
        { Name: nameof(MongoError.DuplicateKey) } => $"E11000 duplicate key error: {error.MessageText}",
        { Name: nameof(MongoError.MaxTimeMSExpired) } => "operation exceeded time limit",
        { Name: nameof(MongoError.InternalError) } => $"{error.MessageText} (SQLSTATE {error.SqlState})",
        _ => error.MessageText,
    };
}
