using System.CommandLine;
using NewsMesh.AllInOne.Processing;
using NewsMesh.Dedup;

namespace NewsMesh.AllInOne.Verbs;

/// <summary><c>newsmesh stories ARTICLES.jsonl</c>: which articles of a stream tell the same event.</summary>
internal static class StoriesVerb
{
    public static Command Create()
    {
        var file = StreamArguments.File();
        var output = StreamArguments.Out();
        var command = new Command("stories", "Groups a stream of articles by the event they tell.") { file, output };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(output), ct));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? outPath, CancellationToken ct)
    {
        var stream = new StreamStoryGrouper();
        await ClusterRun.RunAsync(path, outPath, "stories", stream.AddAsync, stream.GetStoriesAsync, ct);
        return ExitCodes.Done;
    }
}
