using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway;

/// <summary>
/// Explains what stripping keeps and drops of a page. A service that hosts may register: the gateway itself does not
/// know the stripping library. Safe for concurrent use.
/// </summary>
public interface IStrippedView
{
    /// <summary>The page's blocks in order, kept and dropped; null where the page cannot be explained.</summary>
    IReadOnlyList<StrippedBlockView>? Explain(RawPageDocument page);
}
