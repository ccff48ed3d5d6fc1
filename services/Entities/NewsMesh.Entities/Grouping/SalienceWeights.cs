namespace NewsMesh.Entities.Grouping;

/// <summary>Shares of salience; together 1. Chosen by judgement: there is no labelled set for them yet.</summary>
internal static class SalienceWeights
{
    /// <summary>Who is in the headline is what the story is about.</summary>
    public const double Title = 0.35;

    /// <summary>News puts the matter first; squared, so that the lead counts far more than the middle.</summary>
    public const double Early = 0.25;

    /// <summary>The most stable sign of the three, hence the largest share.</summary>
    public const double Often = 0.40;
}
