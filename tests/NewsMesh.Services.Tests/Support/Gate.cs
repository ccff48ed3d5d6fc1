namespace NewsMesh.Services.Tests.Support;

/// <summary>Holds one call until the test lets it go on.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Holds the first call of a name, before it takes effect.</summary>
    public static Gate At(Moments moments, string name)
    {
        var gate = new Gate();
        moments.On((n, ordinal, after) => n == name && ordinal == 1 && !after ? gate.PassAsync() : Task.CompletedTask);
        return gate;
    }

    /// <summary>Ends when the call has come.</summary>
    public Task Reached => _reached.Task;

    public void Open() => _open.SetResult();

    private Task PassAsync()
    {
        _reached.SetResult();
        return _open.Task;
    }
}
