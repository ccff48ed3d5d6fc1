using NewsMesh.Contracts;
using NewsMesh.Services.Tests.Support;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Services.Tests.Stages;

/// <summary>submitted = enriched + unchanged + superseded + rejected + dead-lettered, to the last one.</summary>
public sealed class AccountTests
{
    private const int New = 24;
    private const int InFlightTwice = 12;
    private const int TooShort = 8;
    private const int Empty = 6;
    private const int Malformed = 8;
    private const int Faulty = 6;
    private const int Redelivered = 6;
    private const int Submitted = New + (2 * InFlightTwice) + TooShort + Empty + Malformed + Faulty + Redelivered;

    [Fact]
    public async Task Every_submission_of_a_mixed_batch_is_accounted_for()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var faulty = Enumerable.Range(300, Faulty).Select(Given.Text).ToHashSet();
        pipeline.Recognizer.FaultFor = text => faulty.Contains(text) ? new InvalidOperationException("A fault.") : null;

        await Task.WhenAll(Sends(pipeline));
        await Eventually.TrueAsync(async () => await AccountedAsync(pipeline) == Submitted, "all outcomes");

        var counts = await pipeline.Store.Submissions.CountByStatusAsync();
        Assert.DoesNotContain(SubmissionStatus.Pending, counts.Keys);
        Assert.Equal(New + InFlightTwice + Redelivered, counts[SubmissionStatus.Enriched]);
        Assert.Equal(InFlightTwice, counts[SubmissionStatus.Unchanged]);
        Assert.Equal(TooShort + Empty + Malformed, counts[SubmissionStatus.Rejected]);
        Assert.Equal(Faulty, counts[SubmissionStatus.DeadLettered]);
        Assert.Equal(
            new Dictionary<string, long>
            {
                [RejectionReasons.TooShort] = TooShort,
                [RejectionReasons.Empty] = Empty,
                [RejectionReasons.Malformed] = Malformed,
            },
            await pipeline.Store.Rejections.CountByReasonAsync());
        Assert.Equal(New + InFlightTwice + Redelivered, pipeline.Watch.Published<ArticleEnriched>().Select(e => e.MessageId).Distinct().Count());
    }

    private static IEnumerable<Task> Sends(Pipeline pipeline) =>
    [
        .. Of(New, n => pipeline.SubmitAsync(Given.Article(n))),
        .. Of(InFlightTwice, n => pipeline.SubmitAsync(Given.Article(100 + n))),
        .. Of(InFlightTwice, n => pipeline.SubmitAsync(Given.Article(100 + n))),
        .. Of(TooShort, n => pipeline.SubmitAsync(new SubmitArticle { Text = $"Only {n} words." })),
        .. Of(Empty, _ => pipeline.SubmitAsync(new SubmitArticle { Title = "Nothing else" })),
        .. Of(Malformed, n => pipeline.SendAsync($$"""{"text":{{n}}}""")),
        .. Of(Faulty, n => pipeline.SubmitAsync(Given.Article(300 + n))),
        .. Of(Redelivered, n => TwiceAsync(pipeline, Given.Article(400 + n, $"twice-{n}"))),
    ];

    private static IEnumerable<Task> Of(int count, Func<int, Task> send) => Enumerable.Range(0, count).Select(send);

    /// <summary>The same message twice: one submission.</summary>
    private static async Task TwiceAsync(Pipeline pipeline, SubmitArticle article)
    {
        var id = Guid.NewGuid();
        await pipeline.SendAsync(article, id);
        await pipeline.SendAsync(article, id);
    }

    private static async Task<long> AccountedAsync(Pipeline pipeline) =>
        (await pipeline.Store.Submissions.CountByStatusAsync()).Where(c => c.Key != SubmissionStatus.Pending).Sum(c => c.Value);
}
