using System.Diagnostics;

namespace NewsMesh.Services.Tests.Support;

/// <summary>Waits for what other threads do.</summary>
internal static class Eventually
{
    /// <summary>Only a failing test waits this long; a busy machine is no failure.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(waited.Elapsed < Patience, $"Waited in vain for {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);
}
