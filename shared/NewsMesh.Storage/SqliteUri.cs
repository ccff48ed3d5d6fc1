using NewsMesh.Storage.Sqlite;

namespace NewsMesh.Storage;

/// <summary>The embedded store in a file.</summary>
/// <param name="Path">The file as the setting names it.</param>
/// <param name="Durability">What the setting asks for; null where it says nothing.</param>
public sealed record SqliteUri(string Path, SqliteDurability? Durability) : StoreUri;
