using NewsMesh.Entities.Text;

namespace NewsMesh.Entities;

/// <summary>
/// Finds the names in tokenised documents, with the types of CoNLL-2003 (Tjong Kim Sang and De Meulder 2003). Thread-safe and
/// deterministic: a document's names do not depend on the documents beside it.
/// </summary>
public interface INameTagger
{
    /// <summary>Names method and model.</summary>
    string Version { get; }

    /// <summary>Languages it was trained for, ISO 639-1.</summary>
    IReadOnlyList<string> Languages { get; }

    /// <summary>Tags documents.</summary>
    /// <param name="documents">Tokens in CoNLL style; any text is allowed. Many small ones together take less time than one by one.</param>
    /// <param name="ct">Checked every few thousand tokens.</param>
    /// <returns>The names of each document, by place, not overlapping, none across sentences.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    IReadOnlyList<IReadOnlyList<NameSpan>> Tag(IReadOnlyList<TokenizedText> documents, CancellationToken ct = default);
}
