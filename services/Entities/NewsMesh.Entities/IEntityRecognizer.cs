namespace NewsMesh.Entities;

/// <summary>Finds the named entities of one article. Stateless, thread-safe and deterministic.</summary>
public interface IEntityRecognizer
{
    /// <summary>Names method and model; stored with every result.</summary>
    string Version { get; }

    /// <summary>Whether texts in <paramref name="language"/> (ISO 639-1, any case; a region after "-" is ignored) are recognised.</summary>
    bool Supports(string language);

    /// <summary>Recognises the entities of <paramref name="text"/>.</summary>
    /// <param name="title">Informs salience only; never a source of mentions.</param>
    /// <param name="text">Any UTF-16 text, lone surrogates included.</param>
    /// <param name="ct">Checked every few thousand words.</param>
    /// <returns>Entities by falling salience; every mention holds <c>text[Start..End] == Text</c>, and no two mentions overlap.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    IReadOnlyList<RecognizedEntity> Recognize(string? title, string text, CancellationToken ct = default);
}
