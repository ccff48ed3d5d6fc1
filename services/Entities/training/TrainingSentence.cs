namespace NewsMesh.Entities.Training;

/// <summary>A sentence ready for training.</summary>
/// <param name="Features">Feature hashes of each token.</param>
/// <param name="Allowed">The tags that the annotation leaves possible, a bit mask a token.</param>
internal sealed record TrainingSentence(uint[][] Features, ushort[] Allowed);
