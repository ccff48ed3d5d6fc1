using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Tsv;

/// <summary>Tags a whole file: what the command <c>newsmesh entities</c> does.</summary>
public static class TsvTagging
{
    /// <summary>Lines that are tagged together: enough for the tagger to work at full speed.</summary>
    private const int BatchLines = 8_192;

    /// <summary>Reads <paramref name="input"/>, writes the same lines with predicted tags, in BIO2.</summary>
    /// <exception cref="FormatException">As <see cref="TsvDocumentReader.Read"/>; documents well before the faulty line are written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public static TsvTaggingSummary Run(INameTagger tagger, TextReader input, TextWriter output, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(tagger);
        var writer = new TsvDocumentWriter(output);
        var summary = new TsvTaggingSummary(0, 0, 0);
        var (batch, lines) = (new List<TsvDocument>(), 0);
        foreach (var document in new TsvDocumentReader(input).Read())
        {
            batch.Add(document);
            lines += document.Lines.Count;
            if (lines >= BatchLines)
            {
                summary = Flush(tagger, batch, writer, summary, ct);
                lines = 0;
            }
        }

        return Flush(tagger, batch, writer, summary, ct);
    }

    private static TsvTaggingSummary Flush(
        INameTagger tagger, List<TsvDocument> batch, TsvDocumentWriter writer, TsvTaggingSummary summary, CancellationToken ct)
    {
        var texts = batch.ConvertAll(document => document.Texts());
        var tagged = tagger.Tag([.. texts.SelectMany(t => t)], ct);
        var next = 0;
        foreach (var (document, parts) in batch.Zip(texts))
        {
            var tags = new List<string[]>(document.Sentences.Count);
            foreach (var part in parts)
            {
                summary = summary with { Entities = summary.Entities + tagged[next].Count };
                tags.AddRange(Tags(part, tagged[next++]));
            }

            writer.Write(document, tags);
            summary = summary with { Sentences = summary.Sentences + tags.Count, Tokens = summary.Tokens + tags.Sum(t => (long)t.Length) };
        }

        batch.Clear();
        return summary;
    }

    private static IEnumerable<string[]> Tags(TokenizedText text, IReadOnlyList<NameSpan> names)
    {
        var tags = new string[text.Tokens.Count];
        Array.Fill(tags, "O");
        foreach (var name in names)
        {
            tags[name.First] = "B-" + name.Type;
            tags.AsSpan((name.First + 1)..name.End).Fill("I-" + name.Type);
        }

        return text.Sentences.Select(sentence => tags[sentence]);
    }
}
