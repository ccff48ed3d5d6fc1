namespace NewsMesh.Benchmarks.Dedup;

/// <summary>
/// The network of <see cref="NewsMesh.Dedup.Placing.PairModel"/> in training: one hidden layer (tanh), logistic loss, Adam (Kingma and
/// Ba 2015) with weight decay and a falling step. The same pairs and seed give the same weights.
/// </summary>
internal sealed class PairNetwork
{
    private const int Epochs = 14;
    private const int BatchSize = 64;
    private const double FirstStep = 0.01;
    private const double Decay = 2e-4;

    private readonly int _inputs;
    private readonly int _hidden;
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly double[] _weights;

    public PairNetwork(IReadOnlyList<LabelledPair> pairs, int hidden, int seed)
    {
        _inputs = pairs[0].Inputs.Length;
        _hidden = hidden;
        _means = [.. Enumerable.Range(0, _inputs).Select(i => pairs.Average(pair => (double)pair.Inputs[i]))];
        _deviations = [.. Enumerable.Range(0, _inputs).Select(i => Math.Sqrt(pairs.Average(pair => Math.Pow(pair.Inputs[i] - _means[i], 2))) + 1e-6)];
        var random = new Random(seed);
        _weights = [.. Enumerable.Range(0, (hidden * _inputs) + (2 * hidden) + 1)
            .Select(i => i >= (hidden * _inputs) + hidden + hidden ? 0 : (random.NextDouble() - 0.5) * 2 / Math.Sqrt(_inputs))];
        Train(pairs, random);
    }

    private int Biases => _hidden * _inputs;

    private int Outputs => Biases + _hidden;

    /// <summary>Log-odds that a pair is of one text.</summary>
    public double Score(ReadOnlySpan<float> inputs)
    {
        var hidden = new double[_hidden];
        return Forward(Standardized(inputs), hidden);
    }

    /// <summary>Weights for inputs as they are: hidden weights row by row, hidden biases, output weights, output bias.</summary>
    public (float[] Hidden, float[] HiddenBiases, float[] Output, float OutputBias) Export()
    {
        var rows = new float[Biases];
        var biases = new float[_hidden];
        for (var h = 0; h < _hidden; h++)
        {
            var bias = _weights[Biases + h];
            for (var i = 0; i < _inputs; i++)
            {
                var weight = _weights[(h * _inputs) + i] / _deviations[i];
                rows[(h * _inputs) + i] = (float)weight;
                bias -= weight * _means[i];
            }

            biases[h] = (float)bias;
        }

        return (rows, biases, [.. _weights[Outputs..^1].Select(weight => (float)weight)], (float)_weights[^1]);
    }

    private void Train(IReadOnlyList<LabelledPair> pairs, Random random)
    {
        var (first, second) = (new double[_weights.Length], new double[_weights.Length]);
        var gradient = new double[_weights.Length];
        var hidden = new double[_hidden];
        var inputs = pairs.Select(pair => Standardized(pair.Inputs)).ToArray();
        var order = Enumerable.Range(0, pairs.Count).ToArray();
        var steps = 0;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var step = (FirstStep * (1 - ((double)epoch / Epochs))) + 1e-4;
            foreach (var batch in order.Chunk(BatchSize))
            {
                Array.Clear(gradient);
                foreach (var pair in batch)
                    AddGradient(inputs[pair], pairs[pair].IsDuplicate, batch.Length, hidden, gradient);
                steps++;
                for (var k = 0; k < _weights.Length; k++)
                {
                    var g = gradient[k] + (Decay * _weights[k]);
                    first[k] = (0.9 * first[k]) + (0.1 * g);
                    second[k] = (0.999 * second[k]) + (0.001 * g * g);
                    _weights[k] -= step * (first[k] / (1 - Math.Pow(0.9, steps))) / (Math.Sqrt(second[k] / (1 - Math.Pow(0.999, steps))) + 1e-8);
                }
            }
        }
    }

    private void AddGradient(double[] inputs, bool isDuplicate, int batch, double[] hidden, double[] gradient)
    {
        var score = Forward(inputs, hidden);
        var error = ((1 / (1 + Math.Exp(-score))) - (isDuplicate ? 1 : 0)) / batch;
        gradient[^1] += error;
        for (var h = 0; h < _hidden; h++)
        {
            gradient[Outputs + h] += error * hidden[h];
            var inner = error * _weights[Outputs + h] * (1 - (hidden[h] * hidden[h]));
            gradient[Biases + h] += inner;
            for (var i = 0; i < _inputs; i++)
                gradient[(h * _inputs) + i] += inner * inputs[i];
        }
    }

    private double Forward(double[] inputs, double[] hidden)
    {
        var score = _weights[^1];
        for (var h = 0; h < _hidden; h++)
        {
            var sum = _weights[Biases + h];
            for (var i = 0; i < _inputs; i++)
                sum += _weights[(h * _inputs) + i] * inputs[i];
            hidden[h] = Math.Tanh(sum);
            score += _weights[Outputs + h] * hidden[h];
        }

        return score;
    }

    private double[] Standardized(ReadOnlySpan<float> inputs)
    {
        var standardized = new double[_inputs];
        for (var i = 0; i < _inputs; i++)
            standardized[i] = (inputs[i] - _means[i]) / _deviations[i];
        return standardized;
    }
}
