namespace NewsMesh.Dedup.Stories;

/// <summary>Log-odds that two articles tell of one event, from what they share; <see cref="StoryModel"/>, or a model in training.</summary>
public delegate double StoryPairScore(StoryMember a, StoryMember b, ReadOnlySpan<float> inputs);
