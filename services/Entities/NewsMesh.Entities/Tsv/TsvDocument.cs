using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Tsv;

/// <summary>The lines of one document; its sentences are the runs of lines with tokens.</summary>
public sealed class TsvDocument
{
    internal TsvDocument(IReadOnlyList<TsvLine> lines, bool isFlat)
    {
        Lines = lines;
        IsFlat = isFlat;
        Sentences = [.. Runs(lines)];
    }

    public IReadOnlyList<TsvLine> Lines { get; }

    /// <summary>Whether the file has not said where documents start: its sentences may then have nothing to do with each other.</summary>
    public bool IsFlat { get; }

    /// <summary>Each sentence as a range over <see cref="Lines"/>.</summary>
    public IReadOnlyList<Range> Sentences { get; }

    /// <summary>The tokens of the sentences.</summary>
    public IReadOnlyList<string[]> Tokens() => Column(l => l.Token!);

    /// <summary>The tags of the sentences as they were in the file.</summary>
    public IReadOnlyList<string[]> Tags() => Column(l => l.Tag);

    /// <summary>What a tagger takes as documents: the document, or each sentence where <see cref="IsFlat"/>.</summary>
    public IReadOnlyList<TokenizedText> Texts()
    {
        var tokens = Tokens();
        return IsFlat ? [.. tokens.Select(sentence => TokenizedText.FromTokens([sentence]))] : [TokenizedText.FromTokens(tokens)];
    }

    private List<string[]> Column(Func<TsvLine, string> column) =>
        [.. Sentences.Select(range => Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value)
            .Select(i => column(Lines[i])).ToArray())];

    private static IEnumerable<Range> Runs(IReadOnlyList<TsvLine> lines)
    {
        var start = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            if (i < lines.Count && lines[i].Token is not null)
            {
                continue;
            }

            if (i > start)
            {
                yield return start..i;
            }

            start = i + 1;
        }
    }
}
