namespace NewsMesh.Storage;

/// <summary>A MongoDB server; <paramref name="ConnectionString"/> may hold secrets.</summary>
public sealed record MongoUri(string ConnectionString) : StoreUri
{
    /// <summary>Without the connection string, which must not get into logs.</summary>
    public override string ToString() => nameof(MongoUri);
}
