namespace NewsMesh.Gateway.Views;

/// <summary>One page of a listing; <paramref name="NextCursor"/> asks for the next one and is null on the last.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, string? NextCursor = null);
