using NewsMesh.Entities.Text;
using NewsMesh.Entities.Tsv;

namespace NewsMesh.Entities.Tests.Quality;

/// <summary>Annotated documents: tokenised texts with the names they hold.</summary>
internal static class Gold
{
    /// <summary>The documents of a tagged file, less empty ones.</summary>
    /// <param name="path">A file as <see cref="TsvDocumentReader"/> reads it.</param>
    /// <param name="change">What becomes of each token.</param>
    public static List<(TokenizedText Text, List<NameSpan> Names)> Read(string path, Func<string, string>? change = null)
    {
        using var reader = new StreamReader(path);
        return
        [
            .. new TsvDocumentReader(reader).Read().Where(document => document.Sentences.Count > 0).Select(document =>
                (TokenizedText.FromTokens(document.Tokens().Select(s => change is null ? s : Array.ConvertAll(s, t => change(t)))), Names(document.Tags()))),
        ];
    }

    private static List<NameSpan> Names(IReadOnlyList<string[]> tags)
    {
        var names = new List<NameSpan>();
        var first = 0;
        foreach (var sentence in tags)
        {
            for (var i = 0; i < sentence.Length; i++)
            {
                if (sentence[i].StartsWith("B-", StringComparison.Ordinal))
                {
                    var type = sentence[i][2..];
                    var end = i + 1;
                    while (end < sentence.Length && sentence[end] == "I-" + type)
                    {
                        end++;
                    }

                    names.Add(new NameSpan(first + i, first + end, type, 1));
                }
            }

            first += sentence.Length;
        }

        return names;
    }
}
