using NewsMesh.Storage.Sqlite;

namespace NewsMesh.Storage;

/// <summary>The embedded store in a file.</summary>
public sealed record SqliteUri(string Path, SqliteDurability Durability) : StoreUri;
