using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Libmongoc;

namespace NewsMesh.Storage.Mongo.Connection;

/// <summary>The seam on libmongoc, MongoDB's C driver. Its calls block, so each runs on a thread of its own kind.</summary>
internal sealed class MongoConnection : IMongoConnection
{
    private const int ErrorApiVersion = 2;
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(2);

    private readonly PoolHandle _pool;
    private readonly int _poolSize;
    private readonly TimeSpan _patience;
    private readonly SemaphoreSlim _free;
    private readonly CommandThreads _threads = new();

    private MongoConnection(PoolHandle pool, int poolSize, TimeSpan patience)
    {
        (_pool, _poolSize, _patience) = (pool, poolSize, patience);
        _free = new SemaphoreSlim(poolSize);
    }

    /// <summary>Opens the pool; no server is asked yet, but for the SRV record of <c>mongodb+srv://</c>. Blocks.</summary>
    /// <param name="connectionString">As <see cref="MongoAddress.ConnectionString"/> gives it, limits of pool and waits included.</param>
    /// <exception cref="MongoFaultException">The library is missing or refuses the connection string.</exception>
    public static MongoConnection Open(string connectionString)
    {
        NativeLibraries.Require();
        Native.Init();
        Native.SetLogHandler(0, 0);
        using var uri = Native.NewUri(connectionString, out var error);
        if (uri.IsInvalid)
        {
            throw new MongoFaultException(MongoFaultKind.Misconfigured, 0, error.ToFault().Message);
        }

        var pool = Native.NewPool(uri, out error);
        if (pool.IsInvalid)
        {
            pool.Dispose();
            throw error.ToFault();
        }

        Native.SetErrorApi(pool, ErrorApiVersion);
        return new MongoConnection(
            pool,
            Native.UriOption(uri, "maxPoolSize", MongoAddress.DefaultPoolSize),
            TimeSpan.FromMilliseconds(Native.UriOption(uri, "waitQueueTimeoutMS", MongoAddress.DefaultWaitMilliseconds)));
    }

    public async Task<BsonDocument> RunAsync(string database, BsonDocument command, MongoCommandKind kind, CancellationToken ct)
    {
        var bytes = command.ToBson();
        if (!await _free.WaitAsync(_patience, ct))
        {
            throw new MongoFaultException(
                MongoFaultKind.Unreachable, 0, $"All {_poolSize} connections were busy for {_patience.TotalSeconds} s.");
        }

        var reply = new TaskCompletionSource<BsonDocument>(TaskCreationOptions.RunContinuationsAsynchronously);
        _threads.Post(() => Run(database, bytes, kind, reply));

        // A caller that gives up leaves the call running: its place is free again when it has ended.
        return await reply.Task.WaitAsync(ct);
    }

    /// <summary>Waits a moment for calls that still run. One that was given up on may take longer: the pool goes when it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        var ended = Task.Factory.StartNew(
            () =>
            {
                _threads.Dispose();
                _pool.Dispose();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await Task.WhenAny(ended, Task.Delay(EndPatience));
    }

    private void Run(string database, byte[] bytes, MongoCommandKind kind, TaskCompletionSource<BsonDocument> result)
    {
        try
        {
            result.TrySetResult(Run(database, bytes, kind));
        }
#pragma warning disable CA1031 // Whatever it is belongs to the caller; the thread goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            result.TrySetException(e);
        }
        finally
        {
            _free.Release();
        }
    }

    private BsonDocument Run(string database, byte[] bytes, MongoCommandKind kind)
    {
        using var command = Native.NewBson(bytes, (nuint)bytes.Length);
        using var reply = new NativeReply();
        var client = Native.PopClient(_pool);
        try
        {
            var succeeded = kind == MongoCommandKind.Write
                ? Native.WriteCommand(client, database, command, 0, reply.Pointer, out var error)
                : Native.ReadCommand(client, database, command, 0, 0, reply.Pointer, out error);
            var document = reply.Read();

            // The library also fails a command whose reply is good but carries a write concern error: that is the caller's to judge.
            return succeeded || IsOk(document) ? document : throw error.ToFault();
        }
        finally
        {
            Native.PushClient(_pool, client);
        }
    }

    private static bool IsOk(BsonDocument reply) => reply.TryGetValue("ok", out var ok) && ok.ToBoolean();
}
