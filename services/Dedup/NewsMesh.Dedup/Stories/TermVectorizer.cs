namespace NewsMesh.Dedup.Stories;

/// <summary>
/// Articles as TF-IDF vectors of length 1 (Salton and Buckley 1988): sublinear term frequency 1 + ln(tf), document
/// frequencies of the stream so far.
/// </summary>
public sealed class TermVectorizer(StoryParameters parameters, TermStatistics statistics)
{
    /// <summary>The vector of an article, which counts it in the document frequencies.</summary>
    public TermVector Vectorize(string title, string text)
    {
        var counts = new Dictionary<uint, int>();
        WordReader.Count(title, parameters.MaxCharacters, parameters.TitleWeight, counts);
        WordReader.Count(text, parameters.MaxCharacters, 1, counts);
        var idf = statistics.ObserveAndWeigh(counts.Keys);
        return TermVector
            .Of(
                counts.Select((pair, i) => KeyValuePair.Create(pair.Key, (float)((1 + Math.Log(pair.Value)) * idf[i]))),
                parameters.ArticleTerms)
            .Normalized();
    }
}
