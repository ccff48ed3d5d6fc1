namespace NewsMesh.Storage;

/// <summary>Which listing a cursor belongs to: one of another listing is refused.</summary>
internal enum ListingKind : byte
{
    Articles = 1,
    Stories = 2,
}
