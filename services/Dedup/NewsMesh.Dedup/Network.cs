namespace NewsMesh.Dedup;

/// <summary>A network of one hidden layer (tanh) with one output.</summary>
internal static class Network
{
    /// <summary>The output for some inputs; the hidden weights go row by row, one for each hidden unit.</summary>
    public static double Score(
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> hiddenWeights,
        ReadOnlySpan<float> hiddenBiases,
        ReadOnlySpan<float> outputWeights,
        float outputBias)
    {
        var score = outputBias;
        for (var h = 0; h < outputWeights.Length; h++)
        {
            var sum = hiddenBiases[h];
            var weights = hiddenWeights.Slice(h * inputs.Length, inputs.Length);
            for (var i = 0; i < inputs.Length; i++)
                sum += weights[i] * inputs[i];
            score += outputWeights[h] * MathF.Tanh(sum);
        }

        return score;
    }
}
