namespace NewsMesh.Entities.Tsv;

/// <summary>How much was tagged.</summary>
public sealed record TsvTaggingSummary(long Sentences, long Tokens, long Entities);
