using NewsMesh.Contracts;
using NewsMesh.Services.Tests.Support;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Services.Tests.Stages;

/// <summary>While the store is away messages wait; none fails.</summary>
public sealed class StoreAwayTests
{
    private const int Articles = 6;
    private const int CallsInVain = 40;

    [Fact]
    public async Task Work_waits_for_a_store_that_is_away_and_completes_when_it_is_back()
    {
        await using var pipeline = await Pipeline.StartAsync();
        await pipeline.RunAsync(Given.Article(0));
        await GoAwayAsync(pipeline);
        pipeline.Moments.Reset();

        foreach (var number in Enumerable.Range(1, Articles))
        {
            Assert.Equal(SubmissionStatus.Enriched, (await pipeline.OutcomeAsync($"waiting-{number}")).Status);
        }

        Assert.Empty(pipeline.Watch.Faults);
        Assert.Equal(Articles + 1, pipeline.Watch.Published<ArticleEnriched>().Select(e => e.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_host_that_stops_meanwhile_ends_and_fails_no_message()
    {
        await using var pipeline = await Pipeline.StartAsync(settings: ("BusOptions:StopTimeout", "00:00:01"));
        await GoAwayAsync(pipeline);

        await pipeline.StopAsync().WaitAsync(TimeSpan.FromMinutes(1));

        // Interrupted, which leaves a message unacknowledged; any other fault would have moved it to the error queue.
        Assert.All(pipeline.Watch.Faults, fault => Assert.IsAssignableFrom<OperationCanceledException>(fault));
        Assert.Empty(pipeline.Watch.Published<ArticleRejected>());
        Assert.DoesNotContain(SubmissionStatus.DeadLettered, (await pipeline.Store.Submissions.CountByStatusAsync()).Keys);
    }

    [Fact]
    public async Task The_account_of_a_fault_waits_for_the_store_as_well()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var tries = 0;
        pipeline.Recognizer.FaultFor = _ => new InvalidOperationException("A fault.");
        pipeline.Moments.On((name, _, after) => name == "Submissions.TrySetOutcomeAsync" && !after && Interlocked.Increment(ref tries) <= 3
            ? Task.FromException(new StoreUnavailableException("The store is away."))
            : Task.CompletedTask);

        Assert.Equal(SubmissionStatus.DeadLettered, (await pipeline.RunAsync(Given.Article(1))).Status);
        Assert.Equal(4, tries);
    }

    /// <summary>Takes the store away and drops articles until they have called it in vain many times.</summary>
    private static async Task GoAwayAsync(Pipeline pipeline)
    {
        var calls = 0;
        pipeline.Moments.On((name, _, after) =>
        {
            if (after || name.StartsWith("publish", StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }

            Interlocked.Increment(ref calls);
            return Task.FromException(new StoreUnavailableException("The store is away."));
        });
        foreach (var number in Enumerable.Range(1, Articles))
        {
            await pipeline.SubmitAsync(Given.Article(number, $"waiting-{number}"));
        }

        await Eventually.TrueAsync(() => Volatile.Read(ref calls) >= CallsInVain, "calls in vain");
    }
}
