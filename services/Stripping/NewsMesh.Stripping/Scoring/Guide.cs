namespace NewsMesh.Stripping.Scoring;

/// <summary>
/// The page's own copy of its text (schema.org <c>articleBody</c>), used to tell which blocks are the article: the copy
/// itself often lacks paragraph breaks or is cut short, so it is never taken as the text.
/// </summary>
internal sealed class Guide
{
    // A shorter one is a summary.
    private const int FewestRuns = 40;
    private const int RunWords = 3;
    private const double CoveredShare = 0.5;

    private readonly HashSet<int> _runs = [];

    public Guide(string? text)
    {
        if (text is not null)
            AddRuns(text);
    }

    /// <summary>Whether the page has a copy to go by.</summary>
    public bool IsKnown => _runs.Count >= FewestRuns;

    /// <summary>Whether at least half of a block's word runs are in the copy; never where the page has none to go by.</summary>
    public bool Covers(string text) => IsKnown && Share(text) >= CoveredShare;

    /// <summary>Share of a block's word runs that are in the copy, 0 to 1.</summary>
    public double Share(string text)
    {
        int found = 0, all = 0;
        foreach (var run in WordRuns.Of(text, RunWords))
        {
            all++;
            if (_runs.Contains(run))
                found++;
        }

        return all == 0 ? 0 : (double)found / all;
    }

    private void AddRuns(string text)
    {
        foreach (var run in WordRuns.Of(text, RunWords))
            _runs.Add(run);
    }
}
