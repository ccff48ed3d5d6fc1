using System.Collections.Concurrent;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.Gateway.Tests.Support;

/// <summary>A bus that keeps what it is given, waits where it is told to, and is away from the nth submission on.</summary>
internal sealed class RecordingSubmitter : IArticleSubmitter
{
    private readonly ConcurrentQueue<SubmitArticle> _articles = new();

    public IReadOnlyList<SubmitArticle> Articles => [.. _articles];

    public int AwayAfter { get; set; } = int.MaxValue;

    /// <summary>Set when a submission has come in.</summary>
    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What submissions wait for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public async Task<string> SubmitAsync(SubmitArticle article, CancellationToken ct = default)
    {
        Entered.TrySetResult();
        await Gate.WaitAsync(ct);
        if (_articles.Count >= AwayAfter)
        {
            throw new BusUnavailableException("away");
        }

        _articles.Enqueue(article);
        return article.Id!;
    }
}
