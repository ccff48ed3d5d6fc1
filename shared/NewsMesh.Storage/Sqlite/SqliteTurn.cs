namespace NewsMesh.Storage.Sqlite;

/// <summary>One write that waits for its transaction.</summary>
internal abstract class SqliteTurn
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private int _state;

    public abstract bool IsSettled { get; }

    /// <summary>Whether the caller may run the write now; false where it was withdrawn.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>Whether the write will not be run; false where it has begun.</summary>
    public bool TryWithdraw() => Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) == Waiting;

    public abstract void Run(SqliteSession session);

    /// <summary>Answers the waiting caller, once what <see cref="Run"/> wrote is committed.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);
}

/// <inheritdoc cref="SqliteTurn"/>
internal sealed class SqliteTurn<T>(Func<SqliteSession, T> work) : SqliteTurn
{
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Outcome => _outcome.Task;

    public override bool IsSettled => _outcome.Task.IsCompleted;

    public override void Run(SqliteSession session) => _result = work(session);

    public override void Complete() => _outcome.TrySetResult(_result!);

    public override void Fail(Exception exception) => _outcome.TrySetException(exception);
}
