using System.Collections.Concurrent;

namespace NewsMesh.Storage.Mongo.Libmongoc;

/// <summary>
/// Threads for calls that block: one for each that runs at the same time, started when first needed and kept. The thread
/// pool's own threads would stand still in such calls, and with them everything else in the process.
/// </summary>
internal sealed class CommandThreads : IDisposable
{
    private readonly BlockingCollection<Action> _jobs = [];
    private readonly List<Thread> _threads = [];
    private readonly Lock _lock = new();
    private int _unfinished;

    /// <summary>Runs a job that never throws; the caller bounds how many there are at the same time.</summary>
    public void Post(Action job)
    {
        lock (_lock)
        {
            if (++_unfinished > _threads.Count)
            {
                var thread = new Thread(Run) { IsBackground = true, Name = "MongoDB commands" };
                _threads.Add(thread);
                thread.Start();
            }
        }

        _jobs.Add(job);
    }

    /// <summary>Waits for the jobs that run, then ends the threads.</summary>
    public void Dispose()
    {
        _jobs.CompleteAdding();
        _threads.ForEach(thread => thread.Join());
        _jobs.Dispose();
    }

    private void Run()
    {
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            job();
            lock (_lock)
            {
                _unfinished--;
            }
        }
    }
}
