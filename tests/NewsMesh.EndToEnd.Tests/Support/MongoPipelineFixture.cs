using NewsMesh.MongoGateway.Servers;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>As <see cref="PipelineFixture"/>, on a MongoDB server of its own.</summary>
public sealed class MongoPipelineFixture : PipelineFixture
{
    /// <summary>
    /// Fewer connections than a stage has workers, so that they wait for each other in every test, and for longer than they may
    /// while answers are slow.
    /// </summary>
    private const string Narrow = "maxPoolSize=3&waitQueueTimeoutMS=500";

    private MongoServer? _server;

    public MongoServer Server => _server!;

    /// <summary>The pipeline's database.</summary>
    public string Database { get; } = MongoServer.NewDatabaseName();

    protected override string? Missing => MongoPipelineFactAttribute.Reason;

    /// <summary>Messages that waited for the store go on soon after it is back.</summary>
    protected override IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["NewsMesh__BusOptions__RetryMax"] = "00:00:02" };

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    protected override async Task<string?> StartStoreAsync()
    {
        _server = await MongoServer.StartNewAsync();
        var uri = _server.UriOf(Database);
        return uri + (uri.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Narrow;
    }
}

/// <summary>A test on four services with RabbitMQ and MongoDB; skipped, with the reason, where either cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MongoPipelineFactAttribute : FactAttribute
{
    public MongoPipelineFactAttribute() => Skip = Reason;

    /// <summary>A broker of its own, since the tests on a SQLite file run at the same time; an engine that may be killed.</summary>
    internal static string? Reason => RabbitMqBroker.OwnMissing ?? MongoServer.EngineMissing;
}

[CollectionDefinition(Name)]
public sealed class MongoPipelineGroup : ICollectionFixture<MongoPipelineFixture>
{
    public const string Name = "four services on RabbitMQ and MongoDB";
}
