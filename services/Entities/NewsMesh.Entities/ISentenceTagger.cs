namespace NewsMesh.Entities;

/// <summary>
/// Tags the sentences of one document in BIO2 with the types PER, LOC, ORG and MISC of CoNLL-2003
/// (Tjong Kim Sang and De Meulder 2003). The unit that a better model replaces. Thread-safe and deterministic.
/// </summary>
public interface ISentenceTagger
{
    /// <summary>Names method and model.</summary>
    string Version { get; }

    /// <summary>Tags a document with confidences.</summary>
    /// <param name="sentences">The document's sentences in order, each an array of tokens in CoNLL style; any strings are allowed.</param>
    /// <param name="ct">Checked between sentences.</param>
    /// <returns>One element a sentence, with as many tags as it has tokens.</returns>
    IReadOnlyList<TaggedSentence> TagWithConfidence(IReadOnlyList<string[]> sentences, CancellationToken ct = default);

    /// <summary>Same as <see cref="TagWithConfidence"/>, tags alone.</summary>
    IReadOnlyList<string[]> Tag(IReadOnlyList<string[]> sentences, CancellationToken ct = default) =>
        [.. TagWithConfidence(sentences, ct).Select(s => s.Tags)];
}
