namespace NewsMesh.Storage.Documents;

/// <summary>How many articles name an entity.</summary>
public sealed record EntityCount(string Type, string Name, long Articles);
