using System.CommandLine;
using NewsMesh.Contracts;

namespace NewsMesh.Benchmarks.Articles;

/// <summary>What to measure with: pages of a folder, or made-up ones.</summary>
internal sealed class ArticleSource
{
    private const int DefaultCount = 500;
    private const int MeasuredSeed = 1;
    private const int WarmUpSeed = 2;

    /// <summary>Articles before the measured ones: enough that the code on their way is compiled for good.</summary>
    private const int WarmUpCount = 150;

    private readonly Argument<string?> _folder = new("folder")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Folder of pages (.html, .html.gz); made-up pages where absent.",
    };

    private readonly Option<int?> _count = new("--count") { Description = $"Articles; all of the folder, or {DefaultCount} made-up ones." };

    public void AddTo(Command command)
    {
        command.Add(_folder);
        command.Add(_count);
    }

    public IReadOnlyList<SubmitArticle> Measured(ParseResult parsed)
    {
        var count = parsed.GetValue(_count);
        return parsed.GetValue(_folder) is { } folder
            ? [.. PageFolder.Read(folder).Take(count ?? int.MaxValue)]
            : SyntheticPages.Generate(count ?? DefaultCount, MeasuredSeed);
    }

    public static IReadOnlyList<SubmitArticle> WarmUp() => SyntheticPages.Generate(WarmUpCount, WarmUpSeed);
}
