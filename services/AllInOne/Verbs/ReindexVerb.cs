using System.CommandLine;
using NewsMesh.AllInOne.Processing;
using NewsMesh.AllInOne.Storing;
using NewsMesh.Dedup;
using NewsMesh.Dedup.Service;

namespace NewsMesh.AllInOne.Verbs;

/// <summary><c>newsmesh reindex</c>: makes signatures of older versions anew, so that copies of their articles are found again.</summary>
internal static class ReindexVerb
{
    public static Command Create()
    {
        var store = ExistingStore.Option();
        var command = new Command("reindex", "Makes the near-duplicate signatures of an older NewsMesh anew from the stored articles.") { store };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(store), ct));
        return command;
    }

    private static async Task<int> RunAsync(string? setting, CancellationToken ct)
    {
        await using var store = await ExistingStore.OpenAsync(setting, ct);
        var result = default(SignatureReindex.Result);
        await Progress.RunAsync(
            "indexing", async tick => result = await new SignatureReindex(store, DedupParameters.Default).RunAsync(tick, ct));
        await Console.Error.WriteLineAsync(
            $"{result.Renewed} signatures made anew, {result.WithoutArticle} left because their articles are no longer stored");
        return ExitCodes.Done;
    }
}
