using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;

namespace NewsMesh.Storage.Tests.Mongo.Connection;

/// <summary>
/// A server that says of itself it is a standalone MongoDB and answers every other command as the test wants:
/// the replies and silences that a real server gives only in bad moments.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private const int HeaderLength = 16;
    private const int OpReply = 1;
    private const int OpQuery = 2004;
    private const int OpMsg = 2013;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<BsonDocument, Task<BsonDocument?>> _answer;
    private readonly Task _serving;

    /// <param name="answer">The reply to a command; null cuts the connection.</param>
    public ScriptedServer(Func<BsonDocument, Task<BsonDocument?>> answer)
    {
        _answer = answer;
        _listener.Start();
        // Not in the test's own turn: a client that blocks while it says farewell would keep its server from answering.
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>Answers every command with one reply, given as JSON.</summary>
    public ScriptedServer(string reply)
        : this(_ => Task.FromResult<BsonDocument?>(BsonDocument.Parse(reply)))
    {
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The commands received, handshakes and farewells left out.</summary>
    public ConcurrentQueue<BsonDocument> Commands { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var clients = new List<Task>();
        try
        {
            while (true)
            {
                clients.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            await Task.WhenAll(clients);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await ReadAsync(stream) is { } request && await AnswerAsync(request.Command) is { } reply)
                {
                    await stream.WriteAsync(Message(request.Id, request.OpCode, reply), _stop.Token);
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The client or the test is through with this connection.
            }
        }
    }

    private async Task<BsonDocument?> AnswerAsync(BsonDocument command)
    {
        switch (command.GetElement(0).Name.ToUpperInvariant())
        {
            case "HELLO" or "ISMASTER":
                return new BsonDocument
                {
                    { "helloOk", true }, { "ismaster", true }, { "isWritablePrimary", true }, { "minWireVersion", 0 }, { "maxWireVersion", 21 },
                    { "maxBsonObjectSize", 16 << 20 }, { "maxMessageSizeBytes", 48_000_000 }, { "maxWriteBatchSize", 100_000 },
                    { "logicalSessionTimeoutMinutes", 30 }, { "connectionId", 1 }, { "ok", 1.0 },
                };
            case "ENDSESSIONS":
                return new BsonDocument("ok", 1.0);
            default:
                Commands.Enqueue(command);
                return await _answer(command).WaitAsync(_stop.Token);
        }
    }

    /// <summary>One request: header, then flags and the command itself (OP_MSG), or a query of a command's collection (OP_QUERY, handshakes only).</summary>
    private async Task<(int Id, int OpCode, BsonDocument Command)?> ReadAsync(NetworkStream stream)
    {
        var header = new byte[HeaderLength];
        if (await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, _stop.Token) < HeaderLength)
        {
            return null;
        }

        var body = new byte[BinaryPrimitives.ReadInt32LittleEndian(header) - HeaderLength];
        await stream.ReadExactlyAsync(body, _stop.Token);
        var opCode = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12));
        var start = opCode switch
        {
            OpMsg => 5,
            OpQuery => Array.IndexOf(body, (byte)0, 4) + 9,
            _ => throw new InvalidDataException($"A message of kind {opCode}."),
        };
        var length = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(start));
        return (BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4)), opCode, BsonSerializer.Deserialize<BsonDocument>(body[start..(start + length)]));
    }

    private static byte[] Message(int responseTo, int requestOpCode, BsonDocument reply)
    {
        var document = reply.ToBson();
        // OP_MSG: flags, section kind. OP_REPLY: flags, cursor, offset, count.
        byte[] prefix = requestOpCode == OpMsg ? new byte[5] : [.. new byte[16], 1, 0, 0, 0];
        var message = new byte[HeaderLength + prefix.Length + document.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, message.Length);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(8), responseTo);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(12), requestOpCode == OpMsg ? OpMsg : OpReply);
        prefix.CopyTo(message, HeaderLength);
        document.CopyTo(message, HeaderLength + prefix.Length);
        return message;
    }
}
