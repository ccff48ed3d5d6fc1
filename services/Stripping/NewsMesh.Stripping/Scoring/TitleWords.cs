namespace NewsMesh.Stripping.Scoring;

/// <summary>The words of a headline, to see which lines repeat it.</summary>
internal sealed class TitleWords(string title)
{
    // A text so many times as long is no repetition.
    private const int LongestRatio = 3;

    private readonly HashSet<int> _words = Words(title);

    /// <summary>Whether a text is the headline.</summary>
    public bool Is(string text) => TitleMatch.Same(text, title);

    /// <summary>Share of the words of <paramref name="text"/> that the title has, 0 to 1.</summary>
    public double Overlap(string text)
    {
        if (text.Length > title.Length * LongestRatio)
            return 0;
        int found = 0, all = 0;
        foreach (var word in new WordRuns(text, 1))
        {
            all++;
            if (_words.Contains(word))
                found++;
        }

        return all == 0 ? 0 : (double)found / all;
    }

    private static HashSet<int> Words(string title)
    {
        var words = new HashSet<int>();
        foreach (var word in new WordRuns(title, 1))
            words.Add(word);
        return words;
    }
}
