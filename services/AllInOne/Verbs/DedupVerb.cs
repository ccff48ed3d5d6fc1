using System.CommandLine;
using NewsMesh.AllInOne.Processing;
using NewsMesh.Dedup;

namespace NewsMesh.AllInOne.Verbs;

/// <summary><c>newsmesh dedup ARTICLES.jsonl</c>: near-duplicate clusters of a stream of articles.</summary>
internal static class DedupVerb
{
    public static Command Create()
    {
        var file = StreamArguments.File();
        var output = StreamArguments.Out();
        var command = new Command("dedup", "Finds near-duplicates in a stream of articles.") { file, output };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(output), ct));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? outPath, CancellationToken ct)
    {
        var stream = new StreamDeduplicator();
        await ClusterRun.RunAsync(path, outPath, "clusters", stream.AddAsync, stream.GetClustersAsync, ct);
        return ExitCodes.Done;
    }
}
