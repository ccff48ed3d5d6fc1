namespace NewsMesh.Dedup.Stories;

/// <summary>An entity that an article names.</summary>
/// <param name="Type">PERSON, LOCATION, ORGANIZATION or MISC.</param>
/// <param name="Name">Its name in the article.</param>
public sealed record NamedEntity(string Type, string Name);
