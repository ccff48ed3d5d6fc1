namespace NewsMesh.Dedup.Stories;

/// <summary>TF-IDF vectors of an article, each of length 1 or empty.</summary>
/// <param name="All">Words of title and text.</param>
/// <param name="Title">Words of the title.</param>
/// <param name="Names">Words and pairs of words with capitals.</param>
/// <param name="Lead">Words of the title and the start of the text.</param>
/// <param name="Figures">Numbers.</param>
public sealed record TermFields(TermVector All, TermVector Title, TermVector Names, TermVector Lead, TermVector Figures)
{
    public static TermFields Empty { get; } = new(TermVector.Empty, TermVector.Empty, TermVector.Empty, TermVector.Empty, TermVector.Empty);

    /// <summary>In the order in which they are stored.</summary>
    internal IReadOnlyList<TermVector> Vectors => [All, Title, Names, Lead, Figures];
}
