namespace NewsMesh.Entities.Training;

/// <summary>What the shipped weights were trained with.</summary>
internal sealed record TrainingSettings
{
    /// <summary>Names the weights; part of the stage's version, so it changes whenever they do.</summary>
    public string Name { get; init; } = "open1";

    public int Seed { get; init; } = 20_240_917;

    /// <summary>More fit the tweets better and news no better: ten cost 0.2 F1 on the development set.</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>AdaGrad's step.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>Pull of the weights to zero on every step that touches them.</summary>
    public float Decay { get; init; } = 0.003f;

    /// <summary>A feature seen fewer times has no weights.</summary>
    public int SmallestCount { get; init; } = 2;

    /// <summary>In steps of the quantised weights: rows with nothing as large are dropped from the file.</summary>
    public int SmallestWeight { get; init; } = 3;
}
