using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace NewsMesh.AllInOne.Processing;

/// <summary>Bounded concurrent work with its results in the order of its inputs.</summary>
internal static class Batch
{
    /// <summary>Runs <paramref name="work"/> on at most <paramref name="inFlight"/> inputs at once.</summary>
    public static async IAsyncEnumerable<TResult> RunInOrderAsync<TInput, TResult>(
        IAsyncEnumerable<TInput> inputs,
        Func<TInput, CancellationToken, Task<TResult>> work,
        int inFlight,
        [EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = Channel.CreateBounded<Task<TResult>>(inFlight);
        var feed = FeedAsync();
        try
        {
            await foreach (var task in running.Reader.ReadAllAsync(ct))
            {
                yield return await task;
            }

            await feed;
        }
        finally
        {
            await stop.CancelAsync();
        }

        async Task FeedAsync()
        {
            try
            {
                await foreach (var input in inputs.WithCancellation(stop.Token))
                {
                    // The place is taken before the work starts, so that a slow first input holds the rest back.
                    await running.Writer.WaitToWriteAsync(stop.Token);
                    await running.Writer.WriteAsync(work(input, stop.Token), stop.Token);
                }

                running.Writer.Complete();
            }
            catch (Exception e)
            {
                running.Writer.Complete(e);
            }
        }
    }
}
