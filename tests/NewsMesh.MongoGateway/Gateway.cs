using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using NewsMesh.MongoGateway.Commands;
using NewsMesh.MongoGateway.Engine;
using NewsMesh.MongoGateway.Faults;

namespace NewsMesh.MongoGateway;

/// <summary>A server that speaks MongoDB's wire protocol on the loopback address, and keeps its data in PostgreSQL with DocumentDB.</summary>
public sealed class Gateway : IAsyncDisposable
{
    private readonly GatewayOptions _options;
    private readonly DocumentDb _engine;
    private readonly CursorStore _cursors = new(TimeProvider.System);
    private readonly FailPoints _failPoints = new();
    private readonly CommandTable _commands;
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, bool> _connections = new();
    private readonly EngineWatch _watch;
    private Task _watching = Task.CompletedTask;
    private Task _accepting = Task.CompletedTask;

    private Gateway(GatewayOptions options)
    {
        _options = options;
        _engine = DocumentDb.Connect(options.Engine);
        var retryable = new RetryableWrites(_engine);
        _commands = new CommandTable(
            _engine, retryable, _cursors, _failPoints, new HandshakeCommands(options, () => Port, TimeProvider.System));
        _watch = _engine.Watch(_cursors.ClearAsync);
        _listener = new TcpListener(IPAddress.Loopback, options.Port);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What a client connects to, without a database.</summary>
    public string Uri => $"mongodb://127.0.0.1:{Port}/" + (_options.ReplicaSet is { } set ? $"?replicaSet={set}" : "");

    /// <exception cref="SocketException">The port is taken.</exception>
    public static async Task<Gateway> StartAsync(GatewayOptions options, CancellationToken cancellation = default)
    {
        var gateway = new Gateway(options);
        await EngineSchema.PrepareAsync(gateway._engine, cancellation);
        gateway._watching = gateway._watch.RunAsync(gateway._stopping.Token);
        gateway._listener.Start();
        gateway._accepting = gateway.AcceptAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        await _watching;
        await Task.WhenAll(_connections.Keys);
        await _cursors.DisposeAsync();
        await _engine.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync(_stopping.Token);
                if (_watch.Life is { } life && _connections.Count < _options.MaxConnections)
                {
                    Track(new ClientConnection(socket, _commands, _failPoints, _options).RunAsync(life));
                }
                else
                {
                    socket.Dispose();
                }
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The listener ended, or the client gave up before it was accepted.
            }
        }
    }

    private void Track(Task connection)
    {
        _connections[connection] = true;
        _ = connection.ContinueWith(done => _connections.TryRemove(done, out _), TaskScheduler.Default);
    }
}
