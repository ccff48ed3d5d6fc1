using System.Diagnostics;
using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Connection;
using Polly;

namespace NewsMesh.Storage.Mongo;

/// <summary>
/// Runs commands on the store's database: adds concerns and time limits, tries again what a moment may mend, and turns
/// what is left into the ports' exceptions.
/// </summary>
internal sealed class MongoDatabase : IAsyncDisposable
{
    private static readonly BsonDocument Majority = new("level", "majority");

    private readonly Func<string, IMongoConnection> _open;
    private readonly ResiliencePipeline _retry;
    private readonly SemaphoreSlim _opening = new(1);
    private IMongoConnection? _connection;

    /// <param name="address">Where the database is.</param>
    /// <param name="open">Opens the connection, blocking; called when the first command comes.</param>
    /// <param name="clock">Clock for the pauses between attempts.</param>
    public MongoDatabase(MongoAddress address, Func<string, IMongoConnection> open, TimeProvider clock)
    {
        (Address, _open) = (address, open);
        _retry = MongoRetry.Pipeline(clock);
    }

    public MongoAddress Address { get; }

    /// <summary>
    /// Whether the server keeps a majority-committed view: a replica set or a sharded cluster does, a server alone may not know
    /// the word. Set once the server has introduced itself.
    /// </summary>
    public bool ReadsMajority { get; set; }

    /// <summary>Runs a command that changes nothing, on the primary, over what a majority of the servers has.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public Task<BsonDocument> ReadAsync(BsonDocument command, CancellationToken ct)
    {
        if (ReadsMajority)
        {
            command["readConcern"] = Majority;
        }

        command["maxTimeMS"] = (int)MongoLimits.Command.TotalMilliseconds;
        return RunAsync(MongoCommandKind.Read, command, ct);
    }

    /// <summary>Runs a write, which ends when a majority of the servers has it on disk; errors of single statements are thrown.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public async Task<BsonDocument> WriteAsync(BsonDocument command, CancellationToken ct)
    {
        command["writeConcern"] = new BsonDocument
        {
            { "w", "majority" },
            { "j", true },
            { "wtimeout", (int)MongoLimits.Command.TotalMilliseconds },
        };
        return await RunAsync(MongoCommandKind.Write, command, ct);
    }

    /// <summary>One round trip, without retries.</summary>
    /// <exception cref="StoreUnavailableException">The server did not answer.</exception>
    public async Task PingAsync(CancellationToken ct)
    {
        try
        {
            await RunOnceAsync(MongoCommandKind.Read, new BsonDocument("ping", 1), ct);
        }
        catch (MongoFaultException fault)
        {
            throw MongoErrors.ForPort(fault, Address);
        }
    }

    private async Task<BsonDocument> RunOnceAsync(MongoCommandKind kind, BsonDocument command, CancellationToken ct)
    {
        var connection = _connection ?? await OpenAsync(ct);
        return await connection.RunAsync(Address.Database, command, kind, ct);
    }

    /// <summary>Runs a command, some times where need be.</summary>
    /// <returns>The server's reply; a write that a condition kept from happening is no error.</returns>
    /// <exception cref="StoreUnavailableException">The server is away, or cannot do it now.</exception>
    /// <exception cref="DocumentTooLargeException">A document is over the server's limit.</exception>
    /// <exception cref="MongoFaultException">The command is wrong, or a unique key is there already.</exception>
    public async Task<BsonDocument> RunAsync(MongoCommandKind kind, BsonDocument command, CancellationToken ct)
    {
        var operation = command.GetElement(0).Name;
        var collection = command.GetElement(0).Value is BsonString name ? name.Value : null;
        var start = Stopwatch.GetTimestamp();
        using var activity = StorageTelemetry.Source.StartActivity(
            collection is null ? operation : $"{operation} {collection}", ActivityKind.Client);
        var tags = new TagList
        {
            { "db.system.name", "mongodb" },
            { "db.namespace", Address.Database },
            { "db.operation.name", operation },
            { "db.collection.name", collection },
        };
        foreach (var (key, value) in tags)
        {
            activity?.SetTag(key, value);
        }

        try
        {
            return await _retry.ExecuteAsync(
                static async (call, token) => MongoReplies.Check(await call.Database.RunOnceAsync(call.Kind, call.Command, token)),
                (Database: this, Kind: kind, Command: command),
                ct);
        }
        catch (MongoFaultException fault)
        {
            var error = MongoErrors.ForPort(fault, Address);
            tags.Add("error.type", MongoErrors.Type(fault));
            activity?.SetTag("error.type", MongoErrors.Type(fault));

            // A unique key that is there already is an answer to a conditional write, not a failure.
            activity?.SetStatus(fault.Code == MongoCodes.DuplicateKey ? ActivityStatusCode.Unset : ActivityStatusCode.Error, fault.Message);
            if (ReferenceEquals(error, fault))
            {
                throw;
            }

            throw error;
        }
        finally
        {
            StorageTelemetry.Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tags);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _opening.Dispose();
    }

    private async Task<IMongoConnection> OpenAsync(CancellationToken ct)
    {
        await _opening.WaitAsync(ct);
        try
        {
            return _connection ??= await Task.Run(() => _open(Address.ConnectionString), ct);
        }
        finally
        {
            _opening.Release();
        }
    }
}
