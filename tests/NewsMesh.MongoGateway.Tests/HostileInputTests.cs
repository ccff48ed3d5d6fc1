using System.Net.Sockets;
using MongoDB.Bson;
using NewsMesh.MongoGateway.Servers;
using NewsMesh.MongoGateway.Tests.Support;
using NewsMesh.MongoGateway.Wire;

namespace NewsMesh.MongoGateway.Tests;

/// <summary>Bytes that no client sends end their connection at most, never the server.</summary>
[Collection(OnSharedServer.Name)]
public sealed class HostileInputTests(MongoServerFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _database = MongoServer.NewDatabaseName();

    public static TheoryData<string, byte[]> Malformed => new()
    {
        { "another protocol", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray() },
        { "a message of 2 GB", [255, 255, 255, 127, 1, 0, 0, 0, 0, 0, 0, 0, 221, 7, 0, 0] },
        { "an unknown operation", [16, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 0] },
        { "an empty OP_MSG", [16, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 221, 7, 0, 0] },
    };

    [MongoEngineTheory]
    [MemberData(nameof(Malformed))]
    public async Task The_connection_is_closed(string what, byte[] bytes)
    {
        Assert.NotNull(what);
        using var client = await ConnectAsync();
        await client.GetStream().WriteAsync(bytes);
        Assert.Equal(0, await ReadToEndAsync(client.GetStream()));
        await StillThereAsync();
    }

    [MongoEngineFact]
    public async Task Damaged_documents_are_refused_and_the_engine_lives()
    {
        var random = new Random(7);
        var insert = new BsonDocument
        {
            { "insert", "things" }, { "$db", _database },
            { "documents", new BsonArray { new BsonDocument { { "text", "some text" }, { "list", new BsonArray { 1, 2 } }, { "of", new BsonDocument("a", 1.5) } } } },
        }.ToBson();
        var answered = 0;
        for (var i = 0; i < 300; i++)
        {
            var damaged = (byte[])insert.Clone();
            damaged[random.Next(4, damaged.Length - 1)] = (byte)random.Next(256);
            using var client = await ConnectAsync();
            await WireStream.WriteAsync(client.GetStream(), new WireMessage(1, 0, OpCode.Msg, OpMsg.Encode(damaged)), default);
            var stream = client.GetStream();
            client.Client.Shutdown(SocketShutdown.Send);
            answered += await ReadToEndAsync(stream) > 0 ? 1 : 0;
        }

        // Only what is no message at all is left unanswered.
        Assert.InRange(answered, 290, 300);
        await StillThereAsync();
    }

    [MongoEngineFact]
    public async Task A_command_without_a_database_is_an_error()
    {
        using var client = await ConnectAsync();
        var stream = client.GetStream();
        await WireStream.WriteAsync(stream, new WireMessage(1, 0, OpCode.Msg, OpMsg.Encode(new BsonDocument("ping", 1).ToBson())), default);
        var reply = await WireStream.ReadAsync(stream, 1000, default);
        Assert.Equal(40414, BsonBytes.Read(OpMsg.Parse(reply!.Body).Document.ToArray())["code"].ToInt32());
    }

    private async Task StillThereAsync() => Assert.Equal(1, (await fixture.Server.RunAsync(_database, new BsonDocument("ping", 1)))!["ok"].ToInt32());

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        var address = new Uri(fixture.Server.Uri);
        await client.ConnectAsync(address.Host, address.Port);
        return client;
    }

    private static async Task<int> ReadToEndAsync(NetworkStream stream)
    {
        var buffer = new byte[4096];
        var total = 0;
        try
        {
            for (int got; (got = await stream.ReadAsync(buffer).AsTask().WaitAsync(Patience)) > 0;)
            {
                total += got;
            }
        }
        catch (IOException)
        {
            // A reset is an end, too.
        }

        return total;
    }
}
