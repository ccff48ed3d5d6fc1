using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage;

/// <summary>Every rejection with its reason, and the bytes (bounded) of messages that were no submission.</summary>
public interface IRejectionStore
{
    /// <summary>Adds a rejection; a repeat of the same <see cref="RejectionDocument.RejectionId"/> writes nothing and gives false.</summary>
    Task<bool> TryAddAsync(RejectionDocument rejection, CancellationToken ct = default);

    /// <summary>Rejections, newest first.</summary>
    Task<IReadOnlyList<RejectionDocument>> ListAsync(int limit, CancellationToken ct = default);

    /// <summary>Number of rejections by reason; a reason that none has is left out.</summary>
    Task<IReadOnlyDictionary<string, long>> CountByReasonAsync(CancellationToken ct = default);
}
