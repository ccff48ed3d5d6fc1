namespace NewsMesh.Dedup.Stories;

/// <summary>
/// Weighs what an article shares with a story: a network of one hidden layer (tanh), trained for the logistic loss on the articles of
/// the development set and the stories that were there when they came (README).
/// </summary>
public static partial class StoryModel
{
    /// <summary>Log-odds that the article tells of the story's event.</summary>
    public static double Score(TermFields article, DateTimeOffset at, StoryState story)
    {
        Span<float> inputs = stackalloc float[StoryFeatures.Count];
        StoryFeatures.Write(article, at, story, inputs);
        return Network.Score(inputs, HiddenWeights, HiddenBiases, OutputWeights, OutputBias);
    }
}
