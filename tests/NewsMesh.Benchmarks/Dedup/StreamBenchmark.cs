using System.CommandLine;
using System.Globalization;
using NewsMesh.Storage;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary><c>dedup FILE</c>: what near-duplicate detection costs as the index grows, in memory or through a store.</summary>
internal static class StreamBenchmark
{
    /// <summary>Articles that are read before their time is taken, so that reading is not measured.</summary>
    private const int Block = 10_000;

    /// <summary>Articles that go through a store before the measured ones do.</summary>
    private const int WarmUpArticles = 2_000;

    private sealed record Arguments(string File, bool Stories, string? Store, int Workers);

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "One article a line (.jsonl, .jsonl.gz), as `newsmesh dedup` reads." };
        var stories = new Option<bool>("--stories") { Description = "Groups stories instead." };
        var store = new Option<string?>("--store") { Description = "An empty store (sqlite:PATH or mongodb://…); in memory by default." };
        var workers = new Option<int>("--workers") { Description = "Articles at once.", DefaultValueFactory = _ => 1 };
        var command = new Command("dedup", "Articles a CPU second, look-ups and bytes, by the number of articles in the index.") { file, stories, store, workers };
        command.SetAction((parsed, ct) => RunAsync(
            new(parsed.GetValue(file)!, parsed.GetValue(stories), parsed.GetValue(store), parsed.GetValue(workers)), ct));
        return command;
    }

    private static async Task RunAsync(Arguments arguments, CancellationToken ct)
    {
        await WarmUpAsync(arguments with { Store = null }, 3 * Block, ct);
        if (arguments.Store is not null)
            await WarmUpStoreAsync(arguments, ct);
        await using var subject = await SubjectAsync(arguments, ct);
        Console.WriteLine("articles in the index   articles/CPU s   articles/s   look-up, CPU us   candidates   heap bytes/article   disk bytes/article");
        var total = 0;
        foreach (var block in LabelledArticles.Stream(arguments.File).Chunk(Block))
        {
            var (cpu, clock) = (Environment.CpuUsage.TotalTime, TimeProvider.System.GetTimestamp());
            await Parallel.ForEachAsync(
                block,
                new ParallelOptions { MaxDegreeOfParallelism = arguments.Workers, CancellationToken = ct },
                async (article, token) => await subject.AddAsync(article, token));
            var (seconds, elapsed) = ((Environment.CpuUsage.TotalTime - cpu).TotalSeconds, TimeProvider.System.GetElapsedTime(clock).TotalSeconds);
            total += block.Length;
            if (total > Block && total % (10 * Block) != 0 && block.Length == Block)
                continue;
            var (lookUp, candidates) = await subject.LookUpAsync(ct);
            // What the index keeps is counted, not what was read.
            var length = block.Length;
            Array.Clear(block);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{total,21}   {length / seconds,14:F0}   {length / elapsed,10:F0}   {lookUp,15:F0}   {candidates,10:F1}   {subject.HeapBytes / total,18}   {subject.DiskBytes / total,18}"));
        }
    }

    /// <summary>
    /// Compiles what is measured: a young process runs code that is not optimised yet. A short file is read again and again.
    /// </summary>
    private static async Task WarmUpAsync(Arguments arguments, int articles, CancellationToken ct)
    {
        await using var subject = await SubjectAsync(arguments, ct);
        for (var (round, added) = (0, 0); added < articles; round++)
        {
            foreach (var article in LabelledArticles.Stream(arguments.File).Take(articles - added))
            {
                await subject.AddAsync(article with { Id = $"{round} {article.Id}" }, ct);
                added++;
            }
        }
    }

    /// <summary>The store's code as well, in a file of its own; a server's store is not filled for this.</summary>
    private static async Task WarmUpStoreAsync(Arguments arguments, CancellationToken ct)
    {
        if (StoreUri.Parse(arguments.Store!) is not SqliteUri)
            return;
        var folder = Directory.CreateTempSubdirectory("newsmesh-warm-up-");
        try
        {
            await WarmUpAsync(arguments with { Store = $"sqlite:{folder.FullName}/store.db?synchronous=normal" }, WarmUpArticles, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IStreamSubject> SubjectAsync(Arguments arguments, CancellationToken ct)
    {
        if (arguments.Store is not { } setting)
            return arguments.Stories ? StorySubject.InMemory() : IndexSubject.InMemory();
        var store = StoreFactory.Create(setting, TimeProvider.System);
        await store.InitializeAsync(ct);
        var file = (StoreUri.Parse(setting) as SqliteUri)?.Path;
        return arguments.Stories ? StorySubject.Over(store, file) : IndexSubject.Over(store, file);
    }
}
