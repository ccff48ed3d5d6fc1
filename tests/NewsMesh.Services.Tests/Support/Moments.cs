using System.Collections.Concurrent;

namespace NewsMesh.Services.Tests.Support;

/// <summary>
/// Every call that leaves a stage, by name (<c>Articles.TryAddAsync</c>, <c>publish ArticleStripped</c>), in order. A test may
/// have one of them fail before it took effect or after, which is what a crash there looks like to the rest.
/// </summary>
internal sealed class Moments
{
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private volatile Func<string, int, bool, Task> _hook = (_, _, _) => Task.CompletedTask;

    public IReadOnlyList<string> Calls => [.. _calls];

    public int CountOf(string name) => _counts.GetValueOrDefault(name);

    /// <summary>Forgets the calls and what was to fail.</summary>
    public void Reset()
    {
        _calls.Clear();
        _counts.Clear();
        _hook = (_, _, _) => Task.CompletedTask;
    }

    /// <summary>Calls <paramref name="hook"/> with name, ordinal (from 1) and whether the call has taken effect.</summary>
    public void On(Func<string, int, bool, Task> hook) => _hook = hook;

    /// <summary>Has one call fail once.</summary>
    public void FailOnce(string name, int ordinal, bool after, Func<Exception> fault) =>
        On((n, o, a) => n == name && o == ordinal && a == after ? Task.FromException(fault()) : Task.CompletedTask);

    /// <returns>The ordinal of the call among those of its name.</returns>
    public async Task<int> BeforeAsync(string name)
    {
        _calls.Enqueue(name);
        var ordinal = _counts.AddOrUpdate(name, 1, (_, n) => n + 1);
        await _hook(name, ordinal, false);
        return ordinal;
    }

    public Task AfterAsync(string name, int ordinal) => _hook(name, ordinal, true);
}
