using System.Runtime.CompilerServices;
using Npgsql;

namespace NewsMesh.MongoGateway.Engine;

/// <summary>
/// Knows at once when the engine goes away, by a connection that waits for nothing else. A mongod that dies takes all of its
/// connections with it: so does the gateway, and takes new ones again when the engine is back.
/// </summary>
/// <param name="source">The gateway's pool, whose connections are of no use after the engine was away.</param>
/// <param name="onAway">Runs each time that the engine went away.</param>
internal sealed class EngineWatch(NpgsqlDataSource source, Func<Task> onAway)
{
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromMilliseconds(50);

    private volatile StrongBox<CancellationToken>? _life;

    /// <summary>Ends when the engine goes away; null while it is.</summary>
    public CancellationToken? Life => _life?.Value;

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellation);
                using var life = new CancellationTokenSource();
                _life = new StrongBox<CancellationToken>(life.Token);
                try
                {
                    await connection.WaitAsync(cancellation);
                }
                finally
                {
                    _life = null;
                    await life.CancelAsync();
                    source.Clear();
                    await onAway();
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception error) when (EngineErrors.Translate(error) is not null)
            {
                await Task.Delay(PauseBetweenTries, CancellationToken.None);
            }
        }
    }
}
