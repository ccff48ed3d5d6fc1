using NewsMesh.MongoGateway.Servers;

namespace NewsMesh.MongoGateway.Tests.Support;

/// <summary>One server for the tests of this assembly that only need a database of their own.</summary>
public sealed class MongoServerFixture : IAsyncLifetime
{
    private MongoServer? _server;

    public MongoServer Server => _server ?? throw new InvalidOperationException(MongoServer.Missing);

    public async Task InitializeAsync()
    {
        // Where there is none, every test of the collection is skipped, but xunit makes the fixture all the same.
        if (MongoServer.Missing is null)
        {
            _server = await MongoServer.StartNewAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}

/// <summary>Tests on the shared server. They run one after the other: a fail point strikes every client.</summary>
[CollectionDefinition(Name)]
public sealed class OnSharedServer : ICollectionFixture<MongoServerFixture>
{
    public const string Name = "one MongoDB server";
}
