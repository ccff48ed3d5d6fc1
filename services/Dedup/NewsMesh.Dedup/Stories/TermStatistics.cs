namespace NewsMesh.Dedup.Stories;

/// <summary>
/// Document frequencies of a stream, as one process has seen them. They only weigh words, and grouping hardly depends on
/// their exact values, so they are not shared between processes; at its start a process counts the latest articles of the store.
/// Safe for concurrent use.
/// </summary>
public sealed class TermStatistics
{
    private readonly Lock _gate = new();
    private readonly Dictionary<uint, int> _articlesWith = [];
    private readonly StoryParameters _parameters;
    private long _articles;

    public TermStatistics(StoryParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
        _articles = parameters.PriorArticles;
    }

    /// <summary>
    /// Counts one article's distinct terms, then gives their inverse document frequencies ln(N / n), in the order given.
    /// </summary>
    public double[] ObserveAndWeigh(IReadOnlyCollection<uint> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        lock (_gate)
        {
            _articles++;
            if (_articlesWith.Count > _parameters.MaxCountedTerms)
                ForgetRare();
            var weights = new double[terms.Count];
            var i = 0;
            foreach (var term in terms)
            {
                var count = _articlesWith[term] = _articlesWith.GetValueOrDefault(term) + 1;
                weights[i++] = Math.Log((double)_articles / (count + 1));
            }

            return weights;
        }
    }

    private void ForgetRare()
    {
        foreach (var (term, count) in _articlesWith)
        {
            if (count == 1)
                _articlesWith.Remove(term);
        }

        // A stream of common words only: start over rather than grow.
        if (_articlesWith.Count > _parameters.MaxCountedTerms / 2)
            _articlesWith.Clear();
    }
}
