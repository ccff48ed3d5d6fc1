using System.CommandLine;
using System.Text;
using NewsMesh.AllInOne.Inputs;
using NewsMesh.Entities.Tagging;
using NewsMesh.Entities.Tsv;

namespace NewsMesh.AllInOne.Verbs;

/// <summary><c>newsmesh entities FILE.tsv</c>: tags pre-tokenised text in BIO2.</summary>
internal static class EntitiesVerb
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var file = new Argument<string>("file")
        {
            Description = "Lines of token, tab, tag; a blank line between sentences, -DOCSTART- between articles; UTF-8, also .gz.",
        };
        var output = new Option<string?>("--out") { Description = "The same lines with predicted tags; standard output by default." };
        var command = new Command("entities", "Tags pre-tokenised text with names (PER, LOC, ORG, MISC; BIO2).") { file, output };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(output), ct));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? outPath, CancellationToken ct)
    {
        InputFiles.Require(path);
        using var input = new StreamReader(InputReader.Open(path), Utf8);
        await using var output = new StreamWriter(outPath is null ? Console.OpenStandardOutput() : File.Create(outPath), Utf8);
        TsvTaggingSummary summary;
        try
        {
            summary = TsvTagging.Run(CrfTagger.Load(), input, output, ct);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            throw new UsageException($"'{path}': {e.Message}");
        }

        await Console.Error.WriteLineAsync($"{summary.Sentences} sentences, {summary.Tokens} tokens, {summary.Entities} names");
        return ExitCodes.Done;
    }
}
