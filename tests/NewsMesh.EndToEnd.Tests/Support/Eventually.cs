using System.Diagnostics;

namespace NewsMesh.EndToEnd.Tests.Support;

internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until a condition holds; fails the test, naming it, where that takes too long.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan patience, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < patience, $"Not within {patience.TotalSeconds} s: {what}.");
            await Task.Delay(Pause);
        }
    }
}
