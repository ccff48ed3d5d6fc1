using System.Diagnostics;

namespace NewsMesh.EndToEnd.Tests.Support;

internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until a condition holds.</summary>
    /// <exception cref="TimeoutException">It takes too long; the message names the condition.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan patience, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed >= patience)
            {
                throw new TimeoutException($"Not within {patience.TotalSeconds} s: {what}.");
            }

            await Task.Delay(Pause);
        }
    }
}
