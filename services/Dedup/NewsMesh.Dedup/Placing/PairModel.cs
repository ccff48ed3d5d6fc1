using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Placing;

/// <summary>
/// Weighs the features of a pair: a network of one hidden layer (tanh), trained for the logistic loss on the pairs of the
/// development set and of copies made from it (README). No threshold on one similarity comes near, and a linear model loses a
/// third of what this one gains: whether differing figures matter depends on how much of the text agrees.
/// </summary>
public static partial class PairModel
{
    /// <summary>Log-odds that the pair is of one source text; far below zero where nothing is shared.</summary>
    public static double Score(in PairFeatures features)
    {
        if (features.SharedLetters <= 0)
            return -20;
        Span<float> inputs = stackalloc float[PairFeatures.Count];
        features.CopyTo(inputs);
        return Network.Score(inputs, HiddenWeights, HiddenBiases, OutputWeights, OutputBias);
    }
}
