namespace NewsMesh.Entities.Tagging;

/// <summary>
/// Inference in a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over BIO2 tags:
/// the best path, and the marginal probabilities of tags. Paths that BIO2 forbids have no weight.
/// </summary>
internal sealed class CrfLattice
{
    private const int K = TagSet.Count;
    private const double Never = -1e30;

    private readonly double[] _emissions;
    private readonly double[] _transitions;
    private readonly int _length;

    /// <param name="emissions">length × tags, row by row.</param>
    /// <param name="transitions">(tags + 1) × tags: from the previous tag, the last row from the sentence's start.</param>
    public CrfLattice(double[] emissions, double[] transitions)
    {
        _emissions = emissions;
        _transitions = transitions;
        _length = emissions.Length / K;
    }

    public static int TransitionCount => (K + 1) * K;

    public static int TransitionIndex(int previous, int tag) => ((previous < 0 ? K : previous) * K) + tag;

    /// <summary>The most probable tags.</summary>
    public int[] Viterbi()
    {
        var best = new double[_length * K];
        var from = new int[_length * K];
        for (var t = 0; t < _length; t++)
        {
            for (var y = 0; y < K; y++)
            {
                var (score, previous) = (Never, -1);
                for (var p = t == 0 ? -1 : 0; p < (t == 0 ? 0 : K); p++)
                {
                    var candidate = Step(p, y) + (t == 0 ? 0 : best[((t - 1) * K) + p]);
                    if (candidate > score)
                    {
                        (score, previous) = (candidate, p);
                    }
                }

                best[(t * K) + y] = score + _emissions[(t * K) + y];
                from[(t * K) + y] = previous;
            }
        }

        return Follow(best, from);
    }

    /// <summary>Tag marginals, length × tags, over the paths within <paramref name="allowed"/> (bit masks a token); null allows all.</summary>
    /// <param name="transitionExpectations">Where given, the expected transition counts are added to it, times <paramref name="sign"/>.</param>
    public double[] Marginals(ushort[]? allowed = null, double[]? transitionExpectations = null, double sign = 1)
    {
        var alpha = Forward(allowed);
        var beta = Backward(allowed);
        var z = LogSum(alpha.AsSpan((_length - 1) * K, K));
        var marginals = new double[_length * K];
        for (var i = 0; i < marginals.Length; i++)
        {
            marginals[i] = Math.Exp(alpha[i] + beta[i] - z);
        }

        if (transitionExpectations is not null)
        {
            AddTransitions(alpha, beta, z, allowed, transitionExpectations, sign);
        }

        return marginals;
    }

    private double[] Forward(ushort[]? allowed)
    {
        var alpha = new double[_length * K];
        Span<double> terms = stackalloc double[K];
        for (var t = 0; t < _length; t++)
        {
            for (var y = 0; y < K; y++)
            {
                var score = Never;
                if (IsAllowed(allowed, t, y))
                {
                    if (t == 0)
                    {
                        score = Step(-1, y);
                    }
                    else
                    {
                        for (var p = 0; p < K; p++)
                        {
                            terms[p] = alpha[((t - 1) * K) + p] + Step(p, y);
                        }

                        score = LogSum(terms);
                    }
                }

                alpha[(t * K) + y] = score + _emissions[(t * K) + y];
            }
        }

        return alpha;
    }

    private double[] Backward(ushort[]? allowed)
    {
        var beta = new double[_length * K];
        Span<double> terms = stackalloc double[K];
        for (var t = _length - 2; t >= 0; t--)
        {
            for (var p = 0; p < K; p++)
            {
                for (var y = 0; y < K; y++)
                {
                    var next = ((t + 1) * K) + y;
                    terms[y] = IsAllowed(allowed, t + 1, y) ? Step(p, y) + _emissions[next] + beta[next] : Never;
                }

                beta[(t * K) + p] = LogSum(terms);
            }
        }

        return beta;
    }

    private void AddTransitions(double[] alpha, double[] beta, double z, ushort[]? allowed, double[] expectations, double sign)
    {
        for (var t = 0; t < _length; t++)
        {
            for (var y = 0; y < K; y++)
            {
                if (!IsAllowed(allowed, t, y))
                {
                    continue;
                }

                var right = _emissions[(t * K) + y] + beta[(t * K) + y] - z;
                for (var p = t == 0 ? -1 : 0; p < (t == 0 ? 0 : K); p++)
                {
                    var left = t == 0 ? 0 : alpha[((t - 1) * K) + p];
                    expectations[TransitionIndex(p, y)] += sign * Math.Exp(left + Step(p, y) + right);
                }
            }
        }
    }

    private int[] Follow(double[] best, int[] from)
    {
        var tags = new int[_length];
        var last = best.AsSpan((_length - 1) * K, K);
        var tag = 0;
        for (var y = 1; y < K; y++)
        {
            tag = last[y] > last[tag] ? y : tag;
        }

        for (var t = _length - 1; t >= 0; t--)
        {
            tags[t] = tag;
            tag = from[(t * K) + tag];
        }

        return tags;
    }

    private double Step(int previous, int tag) =>
        TagSet.Follows(previous, tag) ? _transitions[TransitionIndex(previous, tag)] : Never;

    private static bool IsAllowed(ushort[]? allowed, int t, int y) => allowed is null || (allowed[t] & (1 << y)) != 0;

    private static double LogSum(ReadOnlySpan<double> terms)
    {
        var max = terms[0];
        foreach (var term in terms)
        {
            max = Math.Max(max, term);
        }

        var sum = 0.0;
        foreach (var term in terms)
        {
            sum += Math.Exp(term - max);
        }

        return max + Math.Log(sum);
    }
}
