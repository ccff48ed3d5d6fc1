using System.CommandLine;
using NewsMesh.AllInOne.Inputs;
using NewsMesh.AllInOne.Processing;
using NewsMesh.Stripping;

namespace NewsMesh.AllInOne.Verbs;

/// <summary><c>newsmesh strip PATH…</c>: the stripping stage alone, one text for each file.</summary>
internal static class StripVerb
{
    /// <summary>Files read ahead per core, so that no core waits for the slowest page.</summary>
    private const int InFlightPerCore = 2;

    private sealed record Page(string Path, string Key);

    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Pages and texts (.html, .htm, .txt, each also .gz) or folders of these.",
        };
        var output = new Option<string?>("--out") { Description = "JSON file of { name: text }; standard output by default." };
        var command = new Command("strip", "Takes the article out of each page.") { paths, output };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(paths)!, parsed.GetValue(output), ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string? outPath, CancellationToken ct)
    {
        var pages = Named(InputFiles.Find(paths, InputFiles.PageEndings));
        var stripper = new ArticleStripper();
        await using var output = JsonMap.Create(outPath);
        await Progress.RunAsync("stripping", async tick =>
        {
            var texts = Batch.RunInOrderAsync(
                pages.ToAsyncEnumerable(),
                (page, token) => Task.Run(() => StripAsync(stripper, page, token), token),
                Environment.ProcessorCount * InFlightPerCore,
                ct);
            await foreach (var (key, text) in texts)
            {
                await output.WriteAsync(key, text, ct);
                tick();
            }
        });
        await output.CompleteAsync(ct);
        return ExitCodes.Done;
    }

    private static async Task<(string Key, string Text)> StripAsync(ArticleStripper stripper, Page page, CancellationToken ct)
    {
        var (text, isPlain) = await InputReader.ReadPageAsync(page.Path, ct);
        var request = isPlain ? new StripRequest { Text = text } : new StripRequest { Html = text };
        return (page.Key, stripper.Strip(request, ct).Text);
    }

    private static List<Page> Named(IReadOnlyList<(string Path, string Name)> files)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, name) in files)
        {
            if (!taken.TryAdd(InputFiles.Stem(name), path))
            {
                throw new UsageException($"'{taken[InputFiles.Stem(name)]}' and '{path}' would both be named '{InputFiles.Stem(name)}' in the output.");
            }
        }

        return [.. taken.Select(pair => new Page(pair.Value, pair.Key))];
    }
}
