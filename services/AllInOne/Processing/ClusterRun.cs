using System.Globalization;
using NewsMesh.AllInOne.Inputs;
using NewsMesh.Dedup;

namespace NewsMesh.AllInOne.Processing;

/// <summary>Puts a stream of articles into groups and writes <c>{ id: group }</c>.</summary>
internal static class ClusterRun
{
    /// <param name="path">File of one article a line.</param>
    /// <param name="outPath">JSON file; null for standard output.</param>
    /// <param name="groups">What the groups are called, for people.</param>
    /// <param name="add">Takes the next article.</param>
    /// <param name="result">The group of every article, once all have been taken.</param>
    /// <param name="ct">Ends the run between two articles.</param>
    public static async Task RunAsync(
        string path,
        string? outPath,
        string groups,
        Func<StreamArticle, CancellationToken, Task> add,
        Func<CancellationToken, Task<IReadOnlyDictionary<string, string>>> result,
        CancellationToken ct)
    {
        InputFiles.Require(path);
        await using var output = JsonMap.Create(outPath);
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var articles = 0;
        await Progress.RunAsync("grouping", async tick =>
        {
            await foreach (var article in StreamArticles.ReadAsync(path, ct))
            {
                await add(article, ct);
                articles++;
                tick();
            }
        });
        var found = await result(ct);
        var elapsed = Math.Max(clock.GetElapsedTime(start).TotalSeconds, 0.001);
        foreach (var (id, group) in found)
        {
            await output.WriteAsync(id, group, ct);
        }

        await output.CompleteAsync(ct);
        await Console.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{articles} articles, {found.Values.Distinct(StringComparer.Ordinal).Count()} {groups}, {articles / elapsed:F0} articles/s"));
    }
}
