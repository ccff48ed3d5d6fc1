using System.CommandLine;
using NewsMesh.AllInOne.Explaining;
using NewsMesh.AllInOne.Processing;
using NewsMesh.AllInOne.Reports;

namespace NewsMesh.AllInOne.Verbs;

/// <summary><c>newsmesh explain A B</c>: why two articles are, or are not, copies of one text or of one story.</summary>
internal static class ExplainVerb
{
    public static Command Create()
    {
        var first = Argument("a");
        var second = Argument("b");
        var store = Storing.ExistingStore.Option();
        var json = new Option<bool>("--json") { Description = "One JSON object, for programs." };
        var command = new Command("explain", "Shows why two articles are, or are not, near-duplicates or of one story.") { first, second, store, json };
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(first)!, parsed.GetValue(second)!, parsed.GetValue(store), parsed.GetValue(json), ct));
        return command;
    }

    private static Argument<string> Argument(string name) => new(name)
    {
        Description = "A file (.html, .htm, .txt, .json, each also .gz), or the id of an article in the store.",
    };

    private static async Task<int> RunAsync(string first, string second, string? store, bool isJson, CancellationToken ct)
    {
        await using var source = new ExplainedArticles(store);
        var explanation = await PairExplanation.OfAsync(await source.ReadAsync(first, ct), await source.ReadAsync(second, ct), ct);
        if (!isJson)
        {
            PairListing.Write(Console.Out, explanation);
            return ExitCodes.Done;
        }

        await using var output = JsonLines.Create(null);
        await output.WriteAsync(explanation, ct);
        return ExitCodes.Done;
    }
}
