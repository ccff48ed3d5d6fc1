namespace NewsMesh.Entities.Tsv;

/// <summary>Tags a whole file: what the command <c>newsmesh entities</c> does.</summary>
public static class TsvTagging
{
    /// <summary>Reads <paramref name="input"/>, writes the same lines with predicted tags, document by document.</summary>
    /// <exception cref="FormatException">As <see cref="TsvDocumentReader.Read"/>; documents before the faulty line are written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public static TsvTaggingSummary Run(ISentenceTagger tagger, TextReader input, TextWriter output, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(tagger);
        var writer = new TsvDocumentWriter(output);
        var summary = new TsvTaggingSummary(0, 0, 0);
        foreach (var document in new TsvDocumentReader(input).Read())
        {
            ct.ThrowIfCancellationRequested();
            var tags = tagger.Tag(document.Tokens(), ct);
            writer.Write(document, tags);
            summary = new TsvTaggingSummary(
                summary.Sentences + tags.Count,
                summary.Tokens + tags.Sum(t => (long)t.Length),
                summary.Entities + tags.Sum(t => (long)t.Count(x => x.StartsWith("B-", StringComparison.Ordinal))));
        }

        return summary;
    }
}
