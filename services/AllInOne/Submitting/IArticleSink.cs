using NewsMesh.AllInOne.Inputs;

namespace NewsMesh.AllInOne.Submitting;

/// <summary>Where articles are dropped from outside.</summary>
internal interface IArticleSink : IAsyncDisposable
{
    /// <summary>
    /// Sends articles and tells of each, in the order of the inputs, once it was confirmed or refused. Each has an id.
    /// </summary>
    /// <exception cref="ServiceDefaults.BusUnavailableException">The other side is away; what was told of before is there.</exception>
    IAsyncEnumerable<SubmitResult> SendAsync(IAsyncEnumerable<ArticleInput> inputs, CancellationToken ct);
}
