using System.Text.RegularExpressions;
using NewsMesh.MongoGateway.Commands;
using Npgsql;

namespace NewsMesh.MongoGateway.Engine;

internal static partial class EngineErrors
{
    /// <summary>The exception that a client's command fails with, or null for one that is none of the engine's.</summary>
    public static Exception? Translate(Exception error) => error switch
    {
        PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "57P05" or "53300" } => new EngineUnreachableException(error),
        PostgresException postgres => new CommandException(SqlState.ToError(postgres.SqlState), Message(postgres)),
        NpgsqlException or System.Net.Sockets.SocketException or IOException => new EngineUnreachableException(error),
        _ => null,
    };

    /// <summary>An error's text as clients know it from MongoDB, where they look into it.</summary>
    public static string Message(MongoError error, string text) => error switch
    {
        { Name: nameof(MongoError.DuplicateKey) } => IndexName().Match(text) is { Success: true } match
            ? $"E11000 duplicate key error index: {match.Groups[1].Value}"
            : $"E11000 duplicate key error: {text}",
        { Name: nameof(MongoError.MaxTimeMSExpired) } => "operation exceeded time limit",
        _ => text,
    };

    private static string Message(PostgresException error) => SqlState.ToError(error.SqlState) switch
    {
        { Name: nameof(MongoError.InternalError) } => $"{error.MessageText} (SQLSTATE {error.SqlState})",
        var mapped => Message(mapped, error.MessageText),
    };

    [GeneratedRegex("[Ii]ndex '([^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex IndexName();
}
