namespace NewsMesh.Dedup.Stories;

/// <summary>
/// Weighs what two articles share: a network of one hidden layer (tanh), trained for the logistic loss on pairs of articles of the
/// development set, and of thinned copies of it in which many articles have no other report of their event (README).
/// </summary>
public static partial class StoryModel
{
    /// <summary>Log-odds that two articles tell of one event.</summary>
    /// <param name="inputs">What <see cref="StoryPairFeatures.Write"/> wrote.</param>
    public static double Score(ReadOnlySpan<float> inputs) =>
        Network.Score(inputs, HiddenWeights, HiddenBiases, OutputWeights, OutputBias);
}
