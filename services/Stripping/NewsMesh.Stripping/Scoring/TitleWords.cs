namespace NewsMesh.Stripping.Scoring;

/// <summary>The words of a headline, to see which lines repeat it.</summary>
internal sealed class TitleWords(string title)
{
    // A text so many times as long is no repetition.
    private const int LongestRatio = 3;

    private readonly HashSet<int> _words = [.. WordRuns.Of(title, 1)];

    /// <summary>Share of the words of <paramref name="text"/> that the title has, 0 to 1.</summary>
    public double Overlap(string text)
    {
        if (text.Length > title.Length * LongestRatio)
            return 0;
        int found = 0, all = 0;
        foreach (var word in WordRuns.Of(text, 1))
        {
            all++;
            if (_words.Contains(word))
                found++;
        }

        return all == 0 ? 0 : (double)found / all;
    }
}
