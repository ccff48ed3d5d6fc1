namespace NewsMesh.Entities.Tagging;

/// <summary>
/// Probabilities in a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over BIO2 tags, for one
/// sentence: forward and backward recursions, scaled at every token (Rabiner 1989).
/// </summary>
internal sealed class CrfLattice
{
    private const int K = TagSet.Count;

    private readonly CrfTransitions _transitions;
    private readonly double[] _potentials;
    private readonly double[] _forward;
    private readonly double[] _backward;
    private readonly int _length;

    /// <param name="emissions">Scores, length × tags, row by row; at least one row.</param>
    /// <param name="transitions">Scores of tag pairs.</param>
    /// <param name="allowed">Bit masks, one a token: only paths within them have weight. Null allows all.</param>
    public CrfLattice(double[] emissions, CrfTransitions transitions, ushort[]? allowed = null)
    {
        _transitions = transitions;
        _length = emissions.Length / K;
        _potentials = Potentials(emissions, allowed);
        _forward = Forward();
        _backward = Backward();
    }

    /// <summary>The probability of every tag at every token, length × tags.</summary>
    public double[] Marginals()
    {
        var marginals = new double[_length * K];
        for (var t = 0; t < _length; t++)
        {
            var row = marginals.AsSpan(t * K, K);
            for (var y = 0; y < K; y++)
            {
                row[y] = _forward[(t * K) + y] * _backward[(t * K) + y];
            }

            Normalize(row);
        }

        return marginals;
    }

    /// <summary>
    /// Adds the expected count of every tag pair, times <paramref name="factor"/>, to a table as <see cref="CrfTransitions"/> has it.
    /// </summary>
    public void AddTransitions(double[] counts, double factor)
    {
        Span<double> pairs = stackalloc double[K * K];
        for (var t = 0; t < _length; t++)
        {
            var first = t == 0;
            var used = pairs[..(first ? K : K * K)];
            for (var p = 0; p < (first ? 1 : K); p++)
            {
                var steps = _transitions.Potentials(first ? -1 : p);
                var left = first ? 1 : _forward[((t - 1) * K) + p];
                for (var y = 0; y < K; y++)
                {
                    used[(p * K) + y] = left * steps[y] * _potentials[(t * K) + y] * _backward[(t * K) + y];
                }
            }

            Normalize(used);
            var offset = CrfTransitions.Index(first ? -1 : 0, 0);
            for (var i = 0; i < used.Length; i++)
            {
                counts[offset + i] += factor * used[i];
            }
        }
    }

    /// <summary>exp(score), each token's largest being 1.</summary>
    private static double[] Potentials(double[] emissions, ushort[]? allowed)
    {
        var potentials = new double[emissions.Length];
        for (var t = 0; t < emissions.Length / K; t++)
        {
            var mask = allowed is null ? TagSet.AllMask : allowed[t];
            var max = double.NegativeInfinity;
            for (var y = 0; y < K; y++)
            {
                max = (mask & (1 << y)) == 0 ? max : Math.Max(max, emissions[(t * K) + y]);
            }

            for (var y = 0; y < K; y++)
            {
                potentials[(t * K) + y] = (mask & (1 << y)) == 0 ? 0 : Math.Exp(emissions[(t * K) + y] - max);
            }
        }

        return potentials;
    }

    private double[] Forward()
    {
        var forward = new double[_length * K];
        for (var t = 0; t < _length; t++)
        {
            var row = forward.AsSpan(t * K, K);
            if (t == 0)
            {
                _transitions.Potentials(-1).CopyTo(row);
            }

            for (var p = 0; t > 0 && p < K; p++)
            {
                var steps = _transitions.Potentials(p);
                var before = forward[((t - 1) * K) + p];
                for (var y = 0; y < K; y++)
                {
                    row[y] += before * steps[y];
                }
            }

            for (var y = 0; y < K; y++)
            {
                row[y] *= _potentials[(t * K) + y];
            }

            Normalize(row);
        }

        return forward;
    }

    private double[] Backward()
    {
        var backward = new double[_length * K];
        backward.AsSpan((_length - 1) * K, K).Fill(1);
        for (var t = _length - 2; t >= 0; t--)
        {
            var row = backward.AsSpan(t * K, K);
            for (var p = 0; p < K; p++)
            {
                var steps = _transitions.Potentials(p);
                for (var y = 0; y < K; y++)
                {
                    row[p] += steps[y] * _potentials[((t + 1) * K) + y] * backward[((t + 1) * K) + y];
                }
            }

            Normalize(row);
        }

        return backward;
    }

    private static void Normalize(Span<double> row)
    {
        var sum = 0.0;
        foreach (var value in row)
        {
            sum += value;
        }

        foreach (ref var value in row)
        {
            value /= sum;
        }
    }
}
