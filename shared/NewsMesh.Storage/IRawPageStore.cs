using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage;

/// <summary>Pages as received, stored compressed; keyed by article and content, so that a repeat writes nothing.</summary>
public interface IRawPageStore
{
    /// <summary>Adds a page; false where the same page of the same article is stored (which then stays as it is).</summary>
    Task<bool> TryAddAsync(RawPageDocument page, CancellationToken ct = default);

    /// <summary>A page with its content, or null.</summary>
    Task<RawPageDocument?> GetAsync(string rawId, CancellationToken ct = default);

    /// <summary>The revision that stripping made of a page, or null where it has not yet (or there is no such page).</summary>
    Task<int?> GetRevisionAsync(string rawId, CancellationToken ct = default);

    /// <summary>Notes which revision a page is the source of.</summary>
    Task SetRevisionAsync(string rawId, int revision, CancellationToken ct = default);
}
