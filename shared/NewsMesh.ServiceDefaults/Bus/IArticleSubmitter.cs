using NewsMesh.Contracts;

namespace NewsMesh.ServiceDefaults;

/// <summary>Drops articles on the bus that this process is connected to.</summary>
public interface IArticleSubmitter
{
    /// <summary>
    /// Sends one article to the drop queue and waits for the broker's confirm. Throws <see cref="BusUnavailableException"/>
    /// where that does not come in time or where there is no such queue.
    /// </summary>
    /// <returns>The submission's id: the article's own, or a generated one.</returns>
    Task<string> SubmitAsync(SubmitArticle article, CancellationToken ct = default);
}
