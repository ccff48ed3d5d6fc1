using System.CommandLine;
using System.Text;
using NewsMesh.AllInOne.Inputs;
using NewsMesh.AllInOne.Processing;
using NewsMesh.Entities;
using NewsMesh.Entities.Tsv;

namespace NewsMesh.AllInOne.Verbs;

/// <summary><c>newsmesh entities FILE</c>: tags tokenised text in BIO2, or finds the entities of plain text.</summary>
internal static class EntitiesVerb
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var file = new Argument<string>("file")
        {
            Description = "Lines of token, tab, tag; a blank line between sentences, -DOCSTART- between articles; UTF-8, also .gz.",
        };
        var output = new Option<string?>("--out") { Description = "File to write; standard output by default." };
        var text = new Option<bool>("--text")
        {
            Description = "The file is plain text in English: its entities as JSON, or marked in the text on a terminal.",
        };
        var model = new Option<string>("--model")
        {
            Description = $"{EntityModels.Full}, {EntityModels.Open} or a model file (.ner).",
            DefaultValueFactory = _ => EntityModels.Full,
        };
        var command = new Command("entities", "Tags tokenised text with names (PER, LOC, ORG, MISC; BIO2).") { file, output, text, model };
        command.SetAction((parsed, ct) =>
        {
            var (path, outPath, tagger) = (parsed.GetValue(file)!, parsed.GetValue(output), (Func<INameTagger>)(() => Load(parsed.GetValue(model)!)));
            InputFiles.Require(path);
            return parsed.GetValue(text) ? RecognizeAsync(tagger(), path, outPath, ct) : TagAsync(tagger(), path, outPath, ct);
        });
        return command;
    }

    private static INameTagger Load(string model)
    {
        try
        {
            return EntityModels.Load(model);
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException or ArgumentException)
        {
            throw new UsageException(e.Message);
        }
    }

    private static async Task<int> TagAsync(INameTagger tagger, string path, string? outPath, CancellationToken ct)
    {
        using var input = new StreamReader(InputReader.Open(path), Utf8);
        await using var output = new StreamWriter(outPath is null ? Console.OpenStandardOutput() : File.Create(outPath), Utf8);
        TsvTaggingSummary summary;
        try
        {
            summary = TsvTagging.Run(tagger, input, output, ct);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            throw new UsageException($"'{path}': {e.Message}");
        }

        await Console.Error.WriteLineAsync($"{summary.Sentences} sentences, {summary.Tokens} tokens, {summary.Entities} names");
        return ExitCodes.Done;
    }

    private static async Task<int> RecognizeAsync(INameTagger tagger, string path, string? outPath, CancellationToken ct)
    {
        var (text, _) = await InputReader.ReadPageAsync(path, ct);
        var recognizer = new EntityRecognizer(tagger);
        var entities = recognizer.Recognize(title: null, text, ct);
        if (outPath is null && !Console.IsOutputRedirected)
        {
            EntityView.Write(text, entities);
            return ExitCodes.Done;
        }

        await using var output = JsonLines.Create(outPath);
        await output.WriteAsync(new TextEntities(text, recognizer.Version, entities), ct);
        return ExitCodes.Done;
    }

    /// <summary>The text as it was read, since mentions count in its UTF-16 units.</summary>
    private sealed record TextEntities(string Text, string Version, IReadOnlyList<RecognizedEntity> Entities);
}
