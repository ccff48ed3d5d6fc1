using System.CommandLine;
using System.Globalization;
using NewsMesh.Dedup;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary><c>dedup FILE</c>: articles a CPU second of near-duplicate detection in memory, as the index grows.</summary>
internal static class StreamBenchmark
{
    /// <summary>Articles that are read before their time is taken, so that reading is not measured.</summary>
    private const int Block = 10_000;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "One article a line (.jsonl, .jsonl.gz), as `newsmesh dedup` reads." };
        var stories = new Option<bool>("--stories") { Description = "Groups stories instead." };
        var command = new Command("dedup", "Articles a CPU second in memory, by the number of articles in the index.") { file, stories };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(stories), ct));
        return command;
    }

    private static async Task RunAsync(string path, bool isStories, CancellationToken ct)
    {
        // Compiles what is measured; a young process runs code that is not optimised yet.
        var warmUp = Adder(isStories);
        foreach (var article in LabelledArticles.Stream(path).Take(3 * Block))
            await warmUp(article, ct);

        Console.WriteLine("articles in the index   articles/CPU s   heap bytes/article");
        var add = Adder(isStories);
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var total = 0;
        using var articles = LabelledArticles.Stream(path).Chunk(Block).GetEnumerator();
        while (await MeasureAsync(articles, add, ct) is { } measured)
        {
            total += measured.Articles;
            if (total % (10 * Block) == 0 || total <= Block || measured.Articles < Block)
            {
                var heap = (GC.GetTotalMemory(forceFullCollection: true) - empty) / total;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{total,21}   {measured.Articles / measured.CpuSeconds,14:F0}   {heap,18}"));
            }
        }

        GC.KeepAlive(add);
    }

    /// <summary>Adds the next block; null at the end.</summary>
    private static async Task<(int Articles, double CpuSeconds)?> MeasureAsync(
        IEnumerator<StreamArticle[]> blocks, Func<StreamArticle, CancellationToken, Task> add, CancellationToken ct)
    {
        if (!blocks.MoveNext())
            return null;
        var block = blocks.Current;
        var start = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < block.Length; i++)
        {
            await add(block[i], ct);
            // What the index keeps is counted afterwards, not what was read.
            block[i] = null!;
        }

        return (block.Length, (Environment.CpuUsage.TotalTime - start).TotalSeconds);
    }

    private static Func<StreamArticle, CancellationToken, Task> Adder(bool isStories) =>
        isStories ? new StreamStoryGrouper().AddAsync : new StreamDeduplicator().AddAsync;
}
