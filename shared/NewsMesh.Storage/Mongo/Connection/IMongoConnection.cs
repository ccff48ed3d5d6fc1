using MongoDB.Bson;

namespace NewsMesh.Storage.Mongo.Connection;

/// <summary>The seam between the store and the client library that reaches the server.</summary>
internal interface IMongoConnection : IAsyncDisposable
{
    /// <summary>Runs one command on one database and gives the server's reply.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="command">
    /// The command as the server takes it, its name as the first element; concerns and time limit are part of it,
    /// session, cluster time and the like are the client library's.
    /// </param>
    /// <param name="kind">Reads go to the primary too; writes may be retried once by the client library.</param>
    /// <param name="ct">Ends the wait; a command that has reached the server may still take effect.</param>
    /// <returns>A reply with <c>ok: 1</c>, which may carry <c>writeErrors</c> or a <c>writeConcernError</c>.</returns>
    /// <exception cref="MongoFaultException">The server refused the command, or was not reached.</exception>
    Task<BsonDocument> RunAsync(string database, BsonDocument command, MongoCommandKind kind, CancellationToken ct);
}
