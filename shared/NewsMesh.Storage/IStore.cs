namespace NewsMesh.Storage;

/// <summary>One store with all its ports; an adapter implements this.</summary>
public interface IStore : IAsyncDisposable
{
    IArticleStore Articles { get; }
    ISubmissionStore Submissions { get; }
    IRawPageStore RawPages { get; }
    IRejectionStore Rejections { get; }
    IDedupIndex DedupIndex { get; }
    IStoryStore Stories { get; }

    /// <summary>Where the data is, for people: a file's path, or a server's address without its secrets.</summary>
    string Location { get; }

    /// <summary>
    /// Opens the store and brings its schema up to date; safe to call from several processes at once.
    /// Throws <see cref="StoreConfigurationException"/> where that can never succeed.
    /// </summary>
    Task InitializeAsync(CancellationToken ct = default);

    /// <summary>A round trip; throws <see cref="StoreUnavailableException"/> where the store does not answer.</summary>
    Task PingAsync(CancellationToken ct = default);
}
