namespace NewsMesh.Storage;

/// <summary>One page of a longer listing; <paramref name="NextCursor"/> is null on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
