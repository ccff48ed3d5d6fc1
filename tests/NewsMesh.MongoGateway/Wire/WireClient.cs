using System.Net.Sockets;
using MongoDB.Bson;

namespace NewsMesh.MongoGateway.Wire;

/// <summary>One connection that sends one command after another: for tests that set a server up, or want to see its very replies.</summary>
public sealed class WireClient : IAsyncDisposable
{
    private const int MaxReplyLength = 64_000_000;

    private readonly TcpClient _client;
    private int _requestId;

    private WireClient(TcpClient client) => _client = client;

    public static async Task<WireClient> ConnectAsync(string host, int port)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(host, port);
        return new WireClient(client);
    }

    /// <summary>The reply, an error too; null where the server closed the connection instead.</summary>
    /// <param name="sequences">Documents to be sent beside the command, by the name of the field they stand for.</param>
    public async Task<BsonDocument?> RunAsync(
        string database, BsonDocument command, IReadOnlyDictionary<string, IEnumerable<BsonDocument>>? sequences = null)
    {
        var body = OpMsg.Encode(new BsonDocument(command) { { "$db", database } }.ToBson());
        foreach (var (name, documents) in sequences ?? new Dictionary<string, IEnumerable<BsonDocument>>())
        {
            body = [.. body, .. OpMsg.EncodeSequence(name, [.. documents.SelectMany(document => document.ToBson())])];
        }

        try
        {
            await WireStream.WriteAsync(_client.GetStream(), new WireMessage(++_requestId, 0, OpCode.Msg, body), default);
            var reply = await WireStream.ReadAsync(_client.GetStream(), MaxReplyLength, default);
            return reply is null ? null : BsonBytes.Read(OpMsg.Parse(reply.Body).Document.ToArray());
        }
        catch (Exception error) when (error is IOException or SocketException or WireException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
