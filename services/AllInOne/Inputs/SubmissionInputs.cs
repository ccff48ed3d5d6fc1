using System.Runtime.CompilerServices;
using NewsMesh.Contracts;

namespace NewsMesh.AllInOne.Inputs;

/// <summary>What <c>newsmesh submit</c> sends: files, folders and addresses, in the order given.</summary>
internal static class SubmissionInputs
{
    /// <summary>A file to read, or an address where <paramref name="Path"/> is null.</summary>
    public sealed record Source(string? Path, string Name);

    /// <summary>Finds all files before the first article goes out, so that a wrong path sends nothing.</summary>
    /// <exception cref="UsageException">As <see cref="InputFiles.Find"/>.</exception>
    public static IReadOnlyList<Source> Find(IEnumerable<string> arguments) =>
    [
        .. arguments.SelectMany(argument => IsAddress(argument)
            ? [new Source(null, argument)]
            : InputFiles.Find([argument], InputFiles.ArticleEndings).Select(file => new Source(file.Path, file.Name))),
    ];

    /// <summary>The articles, each with an id: its own or a generated one.</summary>
    public static async IAsyncEnumerable<ArticleInput> ReadAsync(
        IEnumerable<Source> sources, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var source in sources)
        {
            if (source.Path is not { } path)
            {
                yield return Named(new ArticleInput(source.Name, new SubmitArticle { Url = source.Name }));
                continue;
            }

            await foreach (var input in InputReader.ReadAsync(path, source.Name, ct))
            {
                yield return Named(input);
            }
        }
    }

    public static bool IsAddress(string argument) =>
        Uri.TryCreate(argument, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static ArticleInput Named(ArticleInput input) => input.Article is { Id: null } article
        ? input with { Article = article with { Id = Guid.NewGuid().ToString("N") } }
        : input;
}
