using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Storage.Mongo;

/// <summary>The store on a MongoDB server, shared by any number of processes of any number of machines.</summary>
public sealed class MongoStore : IStore
{
    private readonly MongoDatabase _database;
    private readonly MongoOpening _opening;

    private MongoStore(MongoDatabase database, StoreOptions options, TimeProvider clock)
    {
        _database = database;
        _opening = new MongoOpening(database, options, clock);
        Articles = new MongoArticleStore(database);
        Submissions = new MongoSubmissionStore(database);
        RawPages = new MongoRawPageStore(database);
        Rejections = new MongoRejectionStore(database);
        DedupIndex = new MongoDedupIndex(database);
        Stories = new MongoStoryStore(database);
    }

    public IArticleStore Articles { get; }
    public ISubmissionStore Submissions { get; }
    public IRawPageStore RawPages { get; }
    public IRejectionStore Rejections { get; }
    public IDedupIndex DedupIndex { get; }
    public IStoryStore Stories { get; }

    /// <summary>Hosts and database, without user, password and options.</summary>
    public string Location => _database.Address.Location;

    /// <summary>The store at an address; nothing is opened before <see cref="InitializeAsync"/>.</summary>
    /// <param name="connectionString">A MongoDB connection string; its path names the database, <c>newsmesh</c> where it has none.</param>
    /// <param name="options">How long documents are kept.</param>
    /// <param name="clock">Clock for pauses; the system's where null.</param>
    /// <exception cref="StoreConfigurationException">The address cannot be.</exception>
    public static MongoStore Open(string connectionString, StoreOptions? options = null, TimeProvider? clock = null) =>
        Open(connectionString, options, clock, MongoConnection.Open);

    /// <summary>The same with another connection.</summary>
    internal static MongoStore Open(
        string connectionString, StoreOptions? options, TimeProvider? clock, Func<string, IMongoConnection> open)
    {
        clock ??= TimeProvider.System;
        return new MongoStore(
            new MongoDatabase(MongoAddress.Parse(connectionString), open, clock), options ?? new StoreOptions(), clock);
    }

    public Task InitializeAsync(CancellationToken ct = default) => _opening.PrepareAsync(ct);

    public Task PingAsync(CancellationToken ct = default) => _database.PingAsync(ct);

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
