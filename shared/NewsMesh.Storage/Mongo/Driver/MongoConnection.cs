using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.Core.Clusters;
using MongoDB.Driver.Core.Configuration;

namespace NewsMesh.Storage.Mongo.Connection;

/// <summary>Reaches the server by MongoDB.Driver: the Upstream flavour's connection.</summary>
internal sealed class MongoConnection : IMongoConnection
{
    private static readonly TimeSpan FarewellPatience = TimeSpan.FromSeconds(2);

    private readonly MongoClient _client;
    private readonly ICluster _cluster;

    private MongoConnection(MongoClientSettings settings)
    {
        // The store opens one span a command above the seam; the driver's own spans would repeat it.
        settings.TracingOptions = new TracingOptions { Disabled = true };
        // The driver shares one cluster among clients of equal settings; an own configurator makes it this connection's own.
        var tags = new ServerTags();
        settings.ClusterConfigurator = cluster => cluster.Subscribe(tags);
        _client = new MongoClient(settings);
        _cluster = _client.Cluster;
    }

    /// <summary>Makes the pool of connections; the first command opens the first of them.</summary>
    /// <exception cref="MongoFaultException">The connection string is wrong.</exception>
    public static MongoConnection Open(string connectionString)
    {
        try
        {
            return new MongoConnection(MongoClientSettings.FromConnectionString(connectionString));
        }
        catch (Exception e) when (e is MongoConfigurationException or ArgumentException or FormatException or NotSupportedException)
        {
            throw DriverFault.OfConnectionString(connectionString, e);
        }
    }

    /// <inheritdoc/>
    /// <remarks>The driver retries no command that it is given as it stands: whether a write may be repeated is not for it to know.</remarks>
    public async Task<BsonDocument> RunAsync(string database, BsonDocument command, MongoCommandKind kind, CancellationToken ct)
    {
        try
        {
            return await _client.GetDatabase(database).RunCommandAsync<BsonDocument>(command, ReadPreference.Primary, ct);
        }
        catch (MongoWriteConcernException e) when (e.WriteConcernResult.Response["ok"].ToBoolean())
        {
            // A reply like any other, which the driver turns into an exception; write errors it leaves alone.
            return e.WriteConcernResult.Response;
        }
        catch (Exception e) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, ct);
        }
        catch (Exception e) when (DriverFault.Of(e, _cluster.Description) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>Closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        // The client's own Dispose leaves pool and monitoring running. The cluster's takes leave of the server and waits for
        // its answer, on a connection whose last command may never be answered.
        await Task.WhenAny(Task.Run(() => ClusterRegistry.Instance.UnregisterAndDisposeCluster(_cluster)), Task.Delay(FarewellPatience));
        _client.Dispose();
    }
}
