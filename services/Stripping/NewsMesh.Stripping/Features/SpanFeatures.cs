namespace NewsMesh.Stripping.Features;

/// <summary>Features of a line against the run of lines that a first model takes for the article: what elements tell of an HTML page.</summary>
/// <remarks>The run is the maximum subsequence of the lines' scores, as in <see cref="PlainText.MainRun"/>.</remarks>
internal sealed class SpanFeatures
{
    private const int Far = 60;
    private const int Near = 10;

    // A line's score: its letters, so many more and at most so many, times how far its probability is above this.
    private const double Even = 0.4;
    private const int AnyLine = 15;
    private const int MostLetters = 400;

    private static readonly int[] Windows = [2, 6, 15];
    private static readonly string[] Before = [.. Windows.Select(w => FormattableString.Invariant($"likely in {w} before"))];
    private static readonly string[] After = [.. Windows.Select(w => FormattableString.Invariant($"likely in {w} after"))];

    private readonly double[] _probabilities;
    private readonly RunningSums _scores;
    private readonly RunningSums _sums;
    private readonly (int First, int End, double Score) _span;

    public SpanFeatures(PageFacts facts, double[] probabilities)
    {
        _probabilities = probabilities;
        var count = probabilities.Length;
        (_scores, _sums) = (new(count), new(count));
        var (sum, start) = (0.0, 0);
        for (var i = 0; i < count; i++)
        {
            var score = (Math.Min(facts.Blocks[i].Letters, MostLetters) + AnyLine) * (probabilities[i] - Even);
            _scores.Add(i, score);
            _sums.Add(i, probabilities[i]);
            sum += score;
            if (sum <= 0)
                (sum, start) = (0, i + 1);
            else if (sum > _span.Score)
                _span = (start, i + 1, sum);
        }
    }

    public void Add(ref FeatureRow row, int at)
    {
        var (first, end, score) = _span;
        row.Add("in span", at >= first && at < end);
        row.Add("before span", Math.Clamp(first - at, -Far, Far));
        row.Add("after span", Math.Clamp(at - end, -Far, Far));
        row.Add("span score", Math.Log2(1 + score));
        row.Add("score from span", at >= end ? _scores.Sum(end, at) : at < first ? _scores.Sum(at + 1, first) : 0);
        for (var i = 0; i < Windows.Length; i++)
        {
            row.Add(Before[i], _sums.Mean(at - Windows[i], at));
            row.Add(After[i], _sums.Mean(at + 1, at + 1 + Windows[i]));
        }

        row.Add("likeliest before", Most(at - Near, at));
        row.Add("likeliest after", Most(at + 1, at + 1 + Near));
    }

    private double Most(int first, int end)
    {
        double most = -1;
        for (var i = Math.Max(0, first); i < Math.Min(end, _probabilities.Length); i++)
            most = Math.Max(most, _probabilities[i]);
        return most;
    }
}
