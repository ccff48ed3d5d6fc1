namespace NewsMesh.Entities.Tsv;

/// <summary>Writes documents back line by line with other tags; lines end with LF.</summary>
public sealed class TsvDocumentWriter
{
    private readonly TextWriter _writer;

    public TsvDocumentWriter(TextWriter writer) => _writer = writer;

    /// <param name="document">Whose lines to keep.</param>
    /// <param name="tags">Parallel to <see cref="TsvDocument.Tokens"/>.</param>
    public void Write(TsvDocument document, IReadOnlyList<string[]> tags)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(tags);
        var next = tags.SelectMany(t => t).GetEnumerator();
        foreach (var line in document.Lines)
        {
            if (line.Token is not null && !next.MoveNext())
            {
                throw new ArgumentException("Fewer tags than tokens.", nameof(tags));
            }

            _writer.Write(line.Token is null ? line.Raw : line.WithTag(next.Current));
            _writer.Write('\n');
        }
    }
}
