using System.Net;
using System.Net.Sockets;
using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Storage.Tests.Mongo.Connection;

/// <summary>What the store counts on, whichever client library is behind the seam.</summary>
public sealed class MongoConnectionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly BsonDocument Ping = new("ping", 1);

    [Theory]
    [InlineData("{ ok: 1.0, n: 1, upserted: [{ index: 0, _id: 'a' }] }")]
    [InlineData("{ ok: 1, n: 0, writeErrors: [{ index: 0, code: 11000, errmsg: 'E11000 duplicate key' }] }")]
    [InlineData("{ ok: 1.0, n: 1, writeConcernError: { code: 64, codeName: 'WriteConcernTimeout', errmsg: 'waiting for replication timed out' } }")]
    [InlineData("{ ok: true, cursor: { id: NumberLong(0), ns: 'news.articles', firstBatch: [{ _id: 'a', raw: BinData(0, 'AQI=') }] } }")]
    public async Task A_reply_that_is_ok_is_given_whole(string reply)
    {
        await using var server = new ScriptedServer(reply);
        await using var connection = Connect(server.Port);

        var got = await connection.RunAsync("news", new BsonDocument("update", "articles"), MongoCommandKind.Write, default);

        Assert.Equal(BsonDocument.Parse(reply), got);
    }

    [Fact]
    public async Task A_command_reaches_the_server_as_it_was_given()
    {
        var command = new BsonDocument
        {
            { "find", "articles" }, { "filter", new BsonDocument("_id", "a") }, { "limit", 1 }, { "maxTimeMS", 500 },
            { "readConcern", new BsonDocument("level", "majority") },
        };
        await using var server = new ScriptedServer("{ ok: 1.0, cursor: { id: NumberLong(0), ns: 'news.articles', firstBatch: [] } }");
        await using var connection = Connect(server.Port);

        await connection.RunAsync("news", command, MongoCommandKind.Read, default);

        var received = Assert.Single(server.Commands);
        Assert.Equal("news", received["$db"].AsString);
        Assert.Equal("find", received.GetElement(0).Name);
        Assert.All(command, element => Assert.Equal(element.Value, received[element.Name]));
    }

    [Theory]
    [InlineData(112, "WriteConflict")]
    [InlineData(11000, "E11000 duplicate key error collection: news.articles")]
    [InlineData(50, "Operation exceeded time limit")]
    [InlineData(10107, "not primary")]
    [InlineData(91, "shutdown in progress")]
    [InlineData(13, "not authorized on news to execute command")]
    public async Task An_error_of_the_server_is_given_with_its_code_and_words(int code, string words)
    {
        await using var server = new ScriptedServer(new BsonDocument { { "ok", 0.0 }, { "code", code }, { "errmsg", words } }.ToJson());
        await using var connection = Connect(server.Port);

        var fault = await Assert.ThrowsAsync<MongoFaultException>(
            () => connection.RunAsync("news", new BsonDocument("findAndModify", "articles"), MongoCommandKind.Write, default).WaitAsync(Patience));

        Assert.Equal((MongoFaultKind.Refused, code), (fault.Kind, fault.Code));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unreachable_and_named()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        await using var connection = Connect(port, "serverSelectionTimeoutMS=500");

        var fault = await UnreachableAsync(connection);

        Assert.Contains($"127.0.0.1:{port}", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_unreachable()
    {
        await using var server = new ScriptedServer(_ => Task.FromResult<BsonDocument?>(null));
        await using var connection = Connect(server.Port);

        await UnreachableAsync(connection);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_unreachable()
    {
        await using var server = new ScriptedServer(_ => new TaskCompletionSource<BsonDocument?>().Task);
        await using var connection = Connect(server.Port, "socketTimeoutMS=500");

        await UnreachableAsync(connection);
    }

    [Fact]
    public async Task A_pool_with_no_connection_to_spare_is_unreachable_until_one_is_free()
    {
        TaskCompletionSource received = new(), release = new();
        await using var server = new ScriptedServer(async _ =>
        {
            received.TrySetResult();
            await release.Task;
            return new BsonDocument("ok", 1.0);
        });
        await using var connection = Connect(server.Port, "maxPoolSize=1&waitQueueTimeoutMS=500");

        var first = connection.RunAsync("news", Ping, MongoCommandKind.Read, default);
        await received.Task.WaitAsync(Patience);
        await UnreachableAsync(connection);
        release.SetResult();

        Assert.Equal(1, (await first.WaitAsync(Patience))["ok"].ToInt32());
        Assert.Equal(1, (await connection.RunAsync("news", Ping, MongoCommandKind.Read, default).WaitAsync(Patience))["ok"].ToInt32());
    }

    [Fact]
    public async Task Wrong_credentials_are_a_fault_of_the_configuration()
    {
        await using var server = new ScriptedServer("{ ok: 0.0, code: 18, codeName: 'AuthenticationFailed', errmsg: 'Authentication failed.' }");
        await using var connection = MongoConnection.Open($"mongodb://reader:geheim@127.0.0.1:{server.Port}/?authMechanism=SCRAM-SHA-256");

        var fault = await Assert.ThrowsAsync<MongoFaultException>(
            () => connection.RunAsync("news", Ping, MongoCommandKind.Read, default).WaitAsync(Patience));

        Assert.Equal(MongoFaultKind.Misconfigured, fault.Kind);
        Assert.DoesNotContain("geheim", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ping", server.Commands.Select(c => c.GetElement(0).Name));
    }

    [Theory]
    [InlineData("mongodb://")]
    [InlineData("mongodb://127.0.0.1:99999/")]
    [InlineData("mongodb://reader:ge/heim@127.0.0.1/")]
    public void A_wrong_connection_string_is_a_fault_of_the_configuration_and_not_repeated(string connectionString)
    {
        var fault = Assert.Throws<MongoFaultException>(() => MongoConnection.Open(connectionString));

        Assert.Equal(MongoFaultKind.Misconfigured, fault.Kind);
        Assert.DoesNotContain("heim", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_to_authenticate_that_there_is_not_is_a_fault_of_the_configuration()
    {
        await using var server = new ScriptedServer("{ ok: 1.0 }");

        var fault = await Assert.ThrowsAsync<MongoFaultException>(async () =>
        {
            await using var connection = MongoConnection.Open($"mongodb://reader:geheim@127.0.0.1:{server.Port}/?authMechanism=NONSENSE");
            await connection.RunAsync("news", Ping, MongoCommandKind.Read, default).WaitAsync(Patience);
        });

        Assert.Equal(MongoFaultKind.Misconfigured, fault.Kind);
        Assert.DoesNotContain("heim", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_can_be_given_up_and_the_late_reply_goes_to_no_other_command()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new ScriptedServer(async command =>
        {
            if (command.Contains("comment"))
            {
                await cancellation.CancelAsync();
                await Task.Delay(200);
            }

            return new BsonDocument { { "ok", 1.0 }, { "late", command.Contains("comment") } };
        });
        await using var connection = Connect(server.Port, "maxPoolSize=1");
        var slow = new BsonDocument { { "ping", 1 }, { "comment", "slow" } };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => connection.RunAsync("news", slow, MongoCommandKind.Read, cancellation.Token).WaitAsync(Patience));

        Assert.False((await connection.RunAsync("news", Ping, MongoCommandKind.Read, default).WaitAsync(Patience))["late"].AsBoolean);
    }

    [Fact]
    public async Task What_was_given_up_beforehand_is_not_sent()
    {
        await using var server = new ScriptedServer("{ ok: 1.0 }");
        await using var connection = Connect(server.Port);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => connection.RunAsync("news", Ping, MongoCommandKind.Read, new CancellationToken(true)).WaitAsync(Patience));

        Assert.Empty(server.Commands);
    }

    private static MongoConnection Connect(int port, string options = "appName=tests") => MongoConnection.Open($"mongodb://127.0.0.1:{port}/?{options}");

    private static async Task<MongoFaultException> UnreachableAsync(MongoConnection connection)
    {
        var fault = await Assert.ThrowsAsync<MongoFaultException>(
            () => connection.RunAsync("news", Ping, MongoCommandKind.Read, default).WaitAsync(Patience));
        Assert.Equal((MongoFaultKind.Unreachable, 0), (fault.Kind, fault.Code));
        return fault;
    }
}
