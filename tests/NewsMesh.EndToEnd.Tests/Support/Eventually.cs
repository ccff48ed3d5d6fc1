using System.Diagnostics;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>Waits for what other threads and processes do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Only a failing test waits this long; a busy machine is no failure.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until a condition holds.</summary>
    /// <exception cref="TimeoutException">It takes too long; the message names the condition.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan patience, string what)
    {
        var watch = Stopwatch.StartNew();
        for (var pause = FirstPause; !await condition(); pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (watch.Elapsed >= patience)
            {
                throw new TimeoutException($"Not within {patience.TotalSeconds} s: {what}.");
            }

            await Task.Delay(pause);
        }
    }

    /// <summary>As <see cref="TrueAsync(Func{Task{bool}}, TimeSpan, string)"/>, for a minute.</summary>
    public static Task TrueAsync(Func<Task<bool>> condition, string what) => TrueAsync(condition, Patience, what);

    /// <summary>As <see cref="TrueAsync(Func{Task{bool}}, TimeSpan, string)"/>, for a minute.</summary>
    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);
}
