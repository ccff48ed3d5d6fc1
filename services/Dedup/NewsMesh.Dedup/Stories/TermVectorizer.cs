namespace NewsMesh.Dedup.Stories;

/// <summary>
/// Articles as TF-IDF vectors of length 1 (Salton and Buckley 1988): sublinear term frequency 1 + ln(tf), document
/// frequencies of the stream so far.
/// </summary>
public sealed class TermVectorizer(StoryParameters parameters, TermStatistics statistics)
{
    /// <summary>The vectors of an article, which counts it in the document frequencies.</summary>
    public TermFields Vectorize(string title, string text)
    {
        var terms = new ArticleTerms(title, text, parameters);
        var distinct = terms.All.Keys.Concat(terms.Names.Keys).Distinct().ToArray();
        var idf = distinct.Zip(statistics.ObserveAndWeigh(distinct)).ToDictionary(pair => pair.First, pair => pair.Second);
        TermVector Vector(Dictionary<uint, int> counts, int limit) => TermVector
            .Of(counts.Select(pair => KeyValuePair.Create(pair.Key, (float)((1 + Math.Log(pair.Value)) * idf[pair.Key]))), limit)
            .Normalized();
        return new TermFields(
            Vector(terms.All, parameters.ArticleTerms),
            Vector(terms.Title, parameters.ArticleFieldTerms),
            Vector(terms.Names, parameters.ArticleFieldTerms),
            Vector(terms.Lead, parameters.ArticleFieldTerms),
            Vector(terms.Figures, parameters.ArticleFieldTerms));
    }
}
