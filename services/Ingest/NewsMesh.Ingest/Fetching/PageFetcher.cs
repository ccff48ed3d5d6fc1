using System.Diagnostics;
using System.Net;
using Polly;

namespace NewsMesh.Ingest;

/// <summary>Fetches the pages of submissions that are a URL alone. One instance serves all; safe for concurrent use.</summary>
/// <remarks>
/// GET with retries, a time limit, a circuit breaker for each host and a limit on size (<see cref="FetchOptions"/>).
/// Addresses that are not public are refused at connect time, for every redirect anew. No cookies, no proxy from the
/// environment, no trace headers to strangers.
/// </remarks>
public sealed class PageFetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly HttpClient _client;
    private readonly PageRequest _request;
    private readonly HostPipelines _hosts;
    private readonly ResiliencePipeline _whole;

    /// <param name="options">Values within the ranges that they document.</param>
    /// <param name="time">The clock of waits, limits and <see cref="FetchedPage.FetchedAt"/>.</param>
    public PageFetcher(FetchOptions options, TimeProvider time)
        : this(options, time, options.AllowPrivateAddresses ? _ => true : AddressPolicy.IsPublic)
    {
    }

    internal PageFetcher(FetchOptions options, TimeProvider time, Func<IPAddress, bool> isAllowed)
    {
        _options = options;
        _client = new HttpClient(CreateHandler(options, new GuardedConnection(isAllowed))) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent);
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1");
        _request = new PageRequest(_client, options.MaxPageBytes, time);
        _hosts = new HostPipelines(options, time);
        _whole = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.TotalTimeout).Build();
    }

    /// <summary>Says who asks, so that a site can write to us or turn us away.</summary>
    public static string UserAgent { get; } =
        $"NewsMesh/{typeof(PageFetcher).Assembly.GetName().Version?.ToString(3)} (+https://github.com/newsmesh/newsmesh)";

    /// <summary>The page at <paramref name="url"/>, or why it could not be had.</summary>
    /// <param name="url">An absolute http or https URL, as <see cref="ArticleIntake.AddressToFetch"/> gives it.</param>
    /// <param name="cancellationToken">Ends the fetch.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<IngestOutcome<FetchedPage>> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!UrlCanonicalizer.IsAcceptable(url))
        {
            return new IntakeRejection(IngestFault.BadUrl, "url is not an absolute http or https URL without user information");
        }

        try
        {
            return await _whole.ExecuteAsync(token => FollowAsync(url, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && FetchFaults.Describe(exception) is not null)
        {
            return FetchFaults.Describe(exception)!;
        }
    }

    public void Dispose() => _client.Dispose();

    private async ValueTask<IngestOutcome<FetchedPage>> FollowAsync(Uri url, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= _options.MaxRedirects; redirects++)
        {
            var target = url;
            var attempt = await _hosts.For(target)
                .ExecuteAsync(token => _request.SendAsync(target, token), cancellationToken)
                .ConfigureAwait(false);
            if (attempt.RedirectTo is null)
            {
                return attempt.Page is { } page ? page : attempt.Rejection!;
            }

            url = attempt.RedirectTo;
        }

        return new IntakeRejection(IngestFault.FetchFailed, $"more than {_options.MaxRedirects} redirects");
    }

    private static SocketsHttpHandler CreateHandler(FetchOptions options, GuardedConnection connection) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = options.ConnectTimeout,
        MaxConnectionsPerServer = options.MaxConnectionsPerHost,

        // Names move to other addresses; a connection kept for ever would not notice.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = connection.ConnectAsync,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    };
}
