namespace NewsMesh.Stripping.Training.Boosting;

/// <summary>The numbers of gradient boosting, chosen by cross-validation.</summary>
internal sealed record BoostingSettings
{
    public int Trees { get; init; } = 150;

    public int Depth { get; init; } = 5;

    public double LearningRate { get; init; } = 0.08;

    /// <summary>L2 penalty on leaf values.</summary>
    public double Lambda { get; init; } = 4;

    /// <summary>Smallest sum of second derivatives in a leaf.</summary>
    public double MinHessian { get; init; } = 2;

    /// <summary>Share of the features that each tree may ask for.</summary>
    public double FeatureShare { get; init; } = 0.3;

    /// <summary>Share of the rows that each tree sees.</summary>
    public double RowShare { get; init; } = 0.7;

    public int Seed { get; init; } = 1;
}
