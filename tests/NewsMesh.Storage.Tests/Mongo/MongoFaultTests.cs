using System.Diagnostics;
using System.Diagnostics.Metrics;
using MongoDB.Bson;
using NewsMesh.MongoGateway.Servers;
using NewsMesh.Storage.Mongo;
using NewsMesh.Storage.Tests.Compliance;

namespace NewsMesh.Storage.Tests.Mongo;

/// <summary>What the store makes of a server's faults; a server of its own, since fail points strike whoever comes.</summary>
public sealed class MongoFaultTests : IAsyncLifetime
{
    private readonly string _name = MongoServer.NewDatabaseName();
    private MongoServer? _server;
    private MongoStore? _store;

    private MongoServer Server => _server!;

    private MongoStore Store => _store!;

    public async Task InitializeAsync()
    {
        if (MongoServer.FailPointsMissing is null)
        {
            _server = await MongoServer.StartNewAsync();
            _store = MongoStore.Open(_server.UriOf(_name));
            await _store.InitializeAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await Server.FailAsync("off");
            await Server.RunAsync(_name, new BsonDocument("dropDatabase", 1));
            await Store.DisposeAsync();
            await Server.DisposeAsync();
        }
    }

    [MongoFailPointFact]
    public async Task What_a_moment_mends_is_tried_again_and_told()
    {
        var retries = new List<string>();
        using var spans = Listen(activity => retries.AddRange(activity.Events.Where(e => e.Name == "retry")
            .Select(e => $"{activity.DisplayName} {e.Tags.Single(t => t.Key == "error.type").Value}")));
        long counted = 0;
        using var meter = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "newsmesh.store.retries")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meter.SetMeasurementEventCallback<long>((_, measurement, _, _) => Interlocked.Add(ref counted, measurement));
        meter.Start();
        await FailAsync(2, "errorCode: 112");

        await Store.RawPages.SetRevisionAsync("r", 1);

        Assert.Equal(["update rawPages 112", "update rawPages 112"], retries);
        Assert.True(Interlocked.Read(ref counted) >= 2);
    }

    [MongoFailPointFact]
    public async Task A_connection_that_is_cut_loses_nothing()
    {
        await FailAsync(1, "closeConnection: true");

        await Store.Submissions.ReceiveAsync(Given.Submission("s"));

        await FailAsync(1, "closeConnection: true");
        Assert.NotNull(await Store.Submissions.GetAsync("s"));
    }

    [MongoFailPointTheory]
    [InlineData(14031)] // OutOfDiskSpace
    [InlineData(10107)] // NotWritablePrimary
    [InlineData(189)] // PrimarySteppedDown
    [InlineData(91)] // ShutdownInProgress
    [InlineData(50)] // MaxTimeMSExpired
    [InlineData(13)] // Unauthorized
    public async Task A_fault_of_the_server_that_lasts_is_the_stores(int code)
    {
        await FailAsync("alwaysOn", $"errorCode: {code}");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Articles.TryAddAsync(Given.Revision("a")));

        await Server.FailAsync("off");
        Assert.True(await Store.Articles.TryAddAsync(Given.Revision("a")));
    }

    [MongoFailPointFact]
    public async Task An_internal_error_of_the_server_is_tried_again()
    {
        await FailAsync(2, "errorCode: 1");

        Assert.True(await Store.Articles.TryAddAsync(Given.Revision("a")));
    }

    [MongoFailPointTheory]
    [InlineData(1)] // InternalError, each time
    [InlineData(9)] // FailedToParse
    public async Task A_fault_of_the_command_is_no_fault_of_the_store(int code)
    {
        await FailAsync("alwaysOn", $"errorCode: {code}");

        var e = await Assert.ThrowsAnyAsync<Exception>(() => Store.Articles.TryAddAsync(Given.Revision("a")));

        Assert.IsNotType<StoreUnavailableException>(e);
    }

    [MongoFailPointFact]
    public async Task A_write_that_no_majority_has_yet_is_not_taken_for_done()
    {
        await FailAsync("alwaysOn", "writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' }");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Articles.TryAddAsync(Given.Revision("a")));
    }

    [MongoFailPointFact]
    public async Task A_reply_that_was_lost_leaves_one_document()
    {
        await Server.RunAsync("admin", BsonDocument.Parse(
            "{ configureFailPoint: 'onPrimaryTransactionalWrite', mode: { times: 1 }, data: { closeConnection: true } }"));

        await Store.Articles.TryAddAsync(Given.Revision("a", text: "once"));

        Assert.Equal("once", Assert.Single(await Store.Articles.GetRevisionsAsync("a")).Article.Text);
    }

    [MongoFailPointFact]
    public async Task A_pool_without_a_free_connection_is_said_to_be_so()
    {
        await using var narrow = MongoStore.Open(Narrow(Server.UriOf(_name)));
        await narrow.InitializeAsync();
        await FailAsync("alwaysOn", "blockConnection: true, blockTimeMS: 2000");

        var first = narrow.Submissions.GetAsync("s");
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => narrow.Submissions.GetAsync("s"));
        await Server.FailAsync("off");

        Assert.Contains("cannot be used now", e.Message, StringComparison.Ordinal);
        Assert.Null(await first);
    }

    [MongoEngineFact]
    public async Task A_killed_server_is_away_until_it_is_back_with_all_that_was_confirmed()
    {
        await Store.Articles.TryAddAsync(Given.Revision("a"));
        await Server.KillEngineAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.PingAsync());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Articles.GetAsync("a", 1));

        await Server.StartEngineAsync();
        await Store.PingAsync();
        Assert.NotNull(await Store.Articles.GetAsync("a", 1));
    }

    private Task FailAsync(int times, string data) => FailAsync(new BsonDocument("times", times), data);

    /// <summary>The commands that the tests send; not those that start, watch or stop a server.</summary>
    private Task FailAsync(BsonValue mode, string data) => Server.FailAsync(
        mode, BsonDocument.Parse($"{{ failCommands: ['insert', 'update', 'find', 'findAndModify', 'aggregate'], {data} }}"));

    private static string Narrow(string uri) =>
        $"{uri}{(uri.Contains('?', StringComparison.Ordinal) ? '&' : '?')}maxPoolSize=1&waitQueueTimeoutMS=200";

    private static ActivityListener Listen(Action<Activity> stopped)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StorageTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.DisplayName == "update rawPages")
                {
                    stopped(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
