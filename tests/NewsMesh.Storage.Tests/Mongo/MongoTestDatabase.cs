using MongoDB.Bson;
using NewsMesh.Storage.Mongo;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Storage.Tests.Mongo;

/// <summary>A database of its own on the tests' server, gone when the test is.</summary>
internal sealed class MongoTestDatabase : IDisposable
{
    private readonly string _server = Environment.GetEnvironmentVariable("NEWSMESH_TEST_MONGODB")
        ?? throw new InvalidOperationException("$XunitDynamicSkip$NEWSMESH_TEST_MONGODB names no server");

    public string Name { get; } = "newsmesh_test_" + Guid.NewGuid().ToString("N")[..12];

    public string ConnectionString
    {
        get
        {
            var options = _server.Split('?', 2);
            var hosts = options[0].TrimEnd('/');
            return $"{hosts}/{Name}" + (options.Length > 1 ? "?" + options[1] : "");
        }
    }

    public async Task<MongoStore> OpenAsync()
    {
        var store = MongoStore.Open(ConnectionString);
        await store.InitializeAsync();
        return store;
    }

    public void Dispose()
    {
        var connection = MongoConnection.Open(MongoAddress.Parse(ConnectionString).ConnectionString);
        connection.RunAsync(Name, new BsonDocument("dropDatabase", 1), MongoCommandKind.Write, default).GetAwaiter().GetResult();
        connection.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
