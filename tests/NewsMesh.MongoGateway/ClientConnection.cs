using System.Net.Sockets;
using MongoDB.Bson;
using NewsMesh.MongoGateway.Commands;
using NewsMesh.MongoGateway.Engine;
using NewsMesh.MongoGateway.Faults;
using NewsMesh.MongoGateway.Wire;

namespace NewsMesh.MongoGateway;

/// <summary>One client's connection: reads a message, runs its command, writes the reply, until either side has enough.</summary>
internal sealed class ClientConnection(Socket socket, CommandTable commands, FailPoints failPoints, GatewayOptions options)
{
    private string? _applicationName;
    private int _lastRequestId;

    public async Task RunAsync(CancellationToken cancellation)
    {
        socket.NoDelay = true;
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            while (await WireStream.ReadAsync(stream, options.MaxMessageBytes, cancellation) is { } message
                && await AnswerAsync(stream, message, cancellation))
            {
            }
        }
        catch (Exception error) when (error is WireException or IOException or SocketException or EngineUnreachableException or OperationCanceledException)
        {
            // Malformed, cut, the engine away, or the end: closing the connection says it.
        }
    }

    /// <returns>Whether the connection goes on.</returns>
    private async Task<bool> AnswerAsync(NetworkStream stream, WireMessage message, CancellationToken cancellation)
    {
        switch (message.OpCode)
        {
            case OpCode.Msg:
                var msg = OpMsg.Parse(message.Body);
                var reply = await RunAsync(() => CommandRequest.From(msg), cancellation);
                return reply is not null && (msg.MoreToCome || await WriteAsync(stream, message, OpCode.Msg, OpMsg.Encode(reply), cancellation));
            case OpCode.Query:
                var query = OpQuery.Parse(message.Body);
                var old = await RunAsync(() => CommandRequest.From(query), cancellation);
                return old is not null && await WriteAsync(stream, message, OpCode.Reply, OpQuery.EncodeReply(old), cancellation);
            default:
                throw new WireException($"Operation code {(int)message.OpCode} is not known.");
        }
    }

    private async Task<bool> WriteAsync(NetworkStream stream, WireMessage request, OpCode opCode, byte[] body, CancellationToken cancellation)
    {
        await WireStream.WriteAsync(stream, new WireMessage(++_lastRequestId, request.RequestId, opCode, body), cancellation);
        return true;
    }

    // Null: the connection is to be closed without a reply.
    private async Task<byte[]?> RunAsync(Func<CommandRequest> parse, CancellationToken cancellation)
    {
        CommandRequest? request = null;
        try
        {
            request = parse();
            NoteApplication(request);
            if (failPoints.Striking(request, _applicationName) is not { } point)
            {
                return await commands.RunAsync(request, cancellation);
            }

            return await RunAsync(request, point, cancellation);
        }
        catch (CommandException error)
        {
            return Reply.Error(error.Error, error.Message, error.Labels ?? Labels(error.Error, request));
        }
        catch (Exception error) when (error is FormatException or EndOfStreamException or ArgumentException or InvalidCastException
            or KeyNotFoundException or IndexOutOfRangeException or InvalidOperationException or OverflowException)
        {
            // The bytes are no valid BSON, or a field has a type that the command does not take.
            return Reply.Error(MongoError.FailedToParse, error.Message, []);
        }
    }

    private async Task<byte[]?> RunAsync(CommandRequest request, FailPoint point, CancellationToken cancellation)
    {
        if (point.BlockFor is { } time)
        {
            await Task.Delay(time, cancellation);
        }

        var closesAfterwards = failPoints.ClosesAfterwards(point);
        if (point.Error is { } code)
        {
            throw new CommandException(MongoError.Of(code), "Failing command via 'failCommand' failpoint") { Labels = point.Labels };
        }

        if (point.CloseConnection == true && !closesAfterwards)
        {
            return null;
        }

        var reply = await commands.RunAsync(request, cancellation);
        if (point.WriteConcernError is { } writeConcernError)
        {
            var document = BsonBytes.Read(reply);
            document["writeConcernError"] = writeConcernError;
            if (point.Labels is { Count: > 0 } labels)
            {
                document["errorLabels"] = new BsonArray(labels);
            }

            return document.ToBson();
        }

        return closesAfterwards ? null : reply;
    }

    private IReadOnlyList<string> Labels(MongoError error, CommandRequest? request) =>
        options.ReplicaSet is not null && error.IsRetryableWrite && request?.RetryableWrite is not null ? ["RetryableWriteError"] : [];

    private void NoteApplication(CommandRequest request)
    {
        if (request.Name is "hello" or "isMaster" or "ismaster"
            && request.Body.TryGetValue("client", out var client) && client.IsBsonDocument
            && client.AsBsonDocument.TryGetValue("application", out var application) && application.IsBsonDocument
            && application.AsBsonDocument.TryGetValue("name", out var name) && name.IsString)
        {
            _applicationName = name.AsString;
        }
    }
}
