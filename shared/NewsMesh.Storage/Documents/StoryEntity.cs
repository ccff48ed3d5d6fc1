namespace NewsMesh.Storage.Documents;

/// <summary>An entity that articles of a story name.</summary>
/// <param name="Type">PERSON, LOCATION, ORGANIZATION or MISC.</param>
/// <param name="Name">Its name.</param>
public sealed record StoryEntity(string Type, string Name);
