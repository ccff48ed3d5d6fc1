namespace NewsMesh.Entities.Tagging;

/// <summary>The best path through tag scores (Viterbi 1967); of equal ones the first, so the answer is one.</summary>
internal static class Viterbi
{
    private const int K = TagSet.Count;

    /// <param name="emissions">Length × tags, row by row; at least one row.</param>
    /// <param name="transitions">Scores of tag pairs.</param>
    /// <returns>One tag a token, valid BIO2.</returns>
    public static int[] BestPath(double[] emissions, CrfTransitions transitions)
    {
        var length = emissions.Length / K;
        var best = new double[length * K];
        var from = new int[length * K];
        for (var y = 0; y < K; y++)
        {
            best[y] = transitions.Score(-1, y) + emissions[y];
        }

        for (var t = 1; t < length; t++)
        {
            for (var y = 0; y < K; y++)
            {
                var (score, previous) = (double.NegativeInfinity, 0);
                for (var p = 0; p < K; p++)
                {
                    var candidate = best[((t - 1) * K) + p] + transitions.Score(p, y);
                    if (candidate > score)
                    {
                        (score, previous) = (candidate, p);
                    }
                }

                best[(t * K) + y] = score + emissions[(t * K) + y];
                from[(t * K) + y] = previous;
            }
        }

        return Follow(best, from, length);
    }

    private static int[] Follow(double[] best, int[] from, int length)
    {
        var tags = new int[length];
        var last = best.AsSpan((length - 1) * K, K);
        var tag = 0;
        for (var y = 1; y < K; y++)
        {
            tag = last[y] > last[tag] ? y : tag;
        }

        for (var t = length - 1; t >= 0; t--)
        {
            tags[t] = tag;
            tag = from[(t * K) + tag];
        }

        return tags;
    }
}
