using NewsMesh.Entities.Tagging;

namespace NewsMesh.Entities.Training;

/// <summary>
/// Trains the CRF by AdaGrad (Duchi, Hazan and Singer 2011) on the log-likelihood of the allowed paths: where the annotation
/// leaves several tags open, their paths are summed over (Täckström et al. 2013). Deterministic for a seed.
/// </summary>
internal sealed class CrfTrainer
{
    private const int K = TagSet.Count;

    private readonly TrainingSettings _settings;
    private readonly IReadOnlyList<TrainingSentence> _sentences;
    private readonly Dictionary<uint, int> _rows;
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly double[] _transitions = new double[CrfTransitions.Size];
    private readonly double[] _transitionSquares = new double[CrfTransitions.Size];

    public CrfTrainer(IReadOnlyList<TrainingSentence> sentences, TrainingSettings settings)
    {
        _settings = settings;
        _sentences = sentences;
        _rows = FrequentFeatures();
        _weights = new float[_rows.Count * K];
        _squares = new float[_rows.Count * K];
    }

    public void Train(Action<int, double> report)
    {
        var random = new Random(_settings.Seed);
        var order = Enumerable.Range(0, _sentences.Count).ToArray();
        for (var epoch = 1; epoch <= _settings.Epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            foreach (var index in order)
            {
                loss += Learn(_sentences[index]);
            }

            report(epoch, loss / order.Length);
        }
    }

    /// <summary>The model in bytes a weight, without rows that came out as nothing.</summary>
    public CrfModel ToModel()
    {
        var rows = new Dictionary<uint, int>();
        var weights = new List<sbyte>();
        Span<sbyte> row = stackalloc sbyte[K];
        foreach (var (hash, index) in _rows.OrderBy(r => r.Key))
        {
            var largest = 0;
            for (var y = 0; y < K; y++)
            {
                row[y] = (sbyte)Math.Clamp(Math.Round(_weights[(index * K) + y] / CrfModel.Scale), -127, 127);
                largest = Math.Max(largest, Math.Abs(row[y]));
            }

            if (largest >= _settings.SmallestWeight)
            {
                rows.Add(hash, rows.Count);
                weights.AddRange(row);
            }
        }

        var transitions = Array.ConvertAll(_transitions, t => Math.Round(t / CrfModel.Scale) * CrfModel.Scale);
        return new CrfModel(rows, [.. weights], new CrfTransitions(transitions), _settings.Name);
    }

    private Dictionary<uint, int> FrequentFeatures()
    {
        var counts = new Dictionary<uint, int>();
        foreach (var feature in _sentences.SelectMany(s => s.Features).SelectMany(f => f))
        {
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        return counts.Where(c => c.Value >= _settings.SmallestCount).OrderBy(c => c.Key)
            .Select((c, row) => (c.Key, row)).ToDictionary(x => x.Key, x => x.row);
    }

    /// <summary>One step; returns the expected number of wrong tokens, as a measure of progress.</summary>
    private double Learn(TrainingSentence sentence)
    {
        var rows = Array.ConvertAll(sentence.Features, f => Array.FindAll(Array.ConvertAll(f, x => _rows.GetValueOrDefault(x, -1)), r => r >= 0));
        var emissions = Emissions(rows);
        var transitions = new CrfTransitions(_transitions);
        var free = new CrfLattice(emissions, transitions);
        var bound = new CrfLattice(emissions, transitions, sentence.Allowed);
        var transitionGradient = new double[CrfTransitions.Size];
        free.AddTransitions(transitionGradient, 1);
        bound.AddTransitions(transitionGradient, -1);
        var expected = free.Marginals();
        var observed = bound.Marginals();
        var loss = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            for (var y = 0; y < K; y++)
            {
                loss += Math.Abs(expected[(i * K) + y] - observed[(i * K) + y]);
            }

            Update(rows[i], expected.AsSpan(i * K, K), observed.AsSpan(i * K, K));
        }

        UpdateTransitions(transitionGradient);
        return loss / 2;
    }

    private double[] Emissions(int[][] rows)
    {
        var emissions = new double[rows.Length * K];
        for (var i = 0; i < rows.Length; i++)
        {
            foreach (var row in rows[i])
            {
                for (var y = 0; y < K; y++)
                {
                    emissions[(i * K) + y] += _weights[(row * K) + y];
                }
            }
        }

        return emissions;
    }

    private void Update(int[] rows, ReadOnlySpan<double> expected, ReadOnlySpan<double> observed)
    {
        for (var y = 0; y < K; y++)
        {
            var gradient = (float)(expected[y] - observed[y]);
            if (Math.Abs(gradient) < 1e-4f)
            {
                continue;
            }

            foreach (var row in rows)
            {
                ref var weight = ref _weights[(row * K) + y];
                ref var square = ref _squares[(row * K) + y];
                var g = gradient + (_settings.Decay * weight);
                square += g * g;
                weight -= _settings.Rate * g / (MathF.Sqrt(square) + 1e-3f);
            }
        }
    }

    private void UpdateTransitions(double[] gradient)
    {
        for (var i = 0; i < gradient.Length; i++)
        {
            _transitionSquares[i] += gradient[i] * gradient[i];
            _transitions[i] -= _settings.Rate * gradient[i] / (Math.Sqrt(_transitionSquares[i]) + 1e-3);
        }
    }
}
