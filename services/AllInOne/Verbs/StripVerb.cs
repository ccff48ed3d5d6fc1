using System.CommandLine;
using NewsMesh.AllInOne.Inputs;
using NewsMesh.AllInOne.Processing;
using NewsMesh.AllInOne.Reports;
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
        var explain = new Option<bool>("--explain")
        {
            Description = "Shows every block of one page with what became of it and why; with --out, as an HTML page.",
        };
        var command = new Command("strip", "Takes the article out of each page.") { paths, output, explain };
        command.SetAction((parsed, ct) => parsed.GetValue(explain)
            ? ExplainAsync(parsed.GetValue(paths)!, parsed.GetValue(output), ct)
            : RunAsync(parsed.GetValue(paths)!, parsed.GetValue(output), ct));
        return command;
    }

    private static async Task<int> ExplainAsync(string[] paths, string? outPath, CancellationToken ct)
    {
        var files = InputFiles.Find(paths, InputFiles.PageEndings);
        if (files.Count != 1)
        {
            throw new UsageException($"--explain takes one page; these are {files.Count}.");
        }

        var request = await RequestAsync(files[0].Path, ct);
        var article = new ArticleStripper().Strip(request with { WithBlocks = true }, ct);
        if (outPath is null)
        {
            StripListing.Write(Console.Out, article);
            return ExitCodes.Done;
        }

        await using var report = new StreamWriter(outPath);
        await StripReport.WriteAsync(report, files[0].Name, article, ct);
        return ExitCodes.Done;
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
        var request = await RequestAsync(page.Path, ct);
        return (page.Key, stripper.Strip(request, ct).Text);
    }

    private static async Task<StripRequest> RequestAsync(string path, CancellationToken ct)
    {
        var (text, isPlain) = await InputReader.ReadPageAsync(path, ct);
        return isPlain ? new StripRequest { Text = text } : new StripRequest { Html = text };
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
