using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults;
using NewsMesh.Services.Tests.Support;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Services.Tests.Stages;

/// <summary>
/// A stage that ends before or after any one of its calls to store and bus is given its message again, and the article goes
/// on as if nothing had happened.
/// </summary>
public sealed class CrashWindowTests
{
    private const string StrippedStored = "Articles.TryAddAsync";
    private const string EntitiesStored = "Articles.TrySetEntitiesAsync";
    private const string PlacementStored = "Articles.TrySetDedupAsync";
    private const string EventPublished = "publish ArticleEnriched";

    [Fact]
    public async Task Every_window_ends_in_one_announced_revision_under_one_message_id()
    {
        await using var pipeline = await Pipeline.StartAsync();
        await pipeline.RunAsync(Given.Article(0));
        pipeline.Moments.Reset();
        await pipeline.RunAsync(Given.Article(1));
        var clean = Windows(pipeline.Moments.Calls);
        Assert.Superset(
            new HashSet<string>
            {
                "Submissions.ReceiveAsync", "RawPages.TryAddAsync", "Submissions.SetArticleAsync", "publish ArticleIngested",
                StrippedStored, "RawPages.SetRevisionAsync", "publish ArticleStripped", EntitiesStored, "publish EntitiesRecognized",
                "DedupIndex.AddAsync", "DedupIndex.TryPlaceAsync", PlacementStored, "Articles.ClaimAnnouncementAsync", EventPublished,
                "Articles.SetAnnouncedAsync", "Submissions.TrySetOutcomeAsync",
            },
            clean.Select(w => w.Name).ToHashSet());

        var number = 2;
        foreach (var (name, ordinal) in clean)
        {
            foreach (var after in new[] { false, true })
            {
                await CheckAsync(pipeline, Given.Article(number++), clean, name, ordinal, after);
            }
        }
    }

    private static async Task CheckAsync(
        Pipeline pipeline, SubmitArticle article, List<(string Name, int Ordinal)> clean, string name, int ordinal, bool after)
    {
        var window = $"{(after ? "after" : "before")} {name} #{ordinal}";
        var recognized = pipeline.Recognizer.Calls;
        var taken = pipeline.Watch.Consumed<EntitiesRecognized>();
        pipeline.Moments.Reset();
        pipeline.Moments.FailOnce(name, ordinal, after, () => name.StartsWith("publish", StringComparison.Ordinal)
            ? new BusUnavailableException("The process ends here.")
            : new StoreUnavailableException("The process ends here."));

        var outcome = await pipeline.RunAsync(article);

        // The last call of all is the outcome's own: a crash after it is only over when its message was taken again.
        await Eventually.TrueAsync(() => pipeline.Watch.Consumed<EntitiesRecognized>() > taken, "the last stage, " + window);
        Assert.True(outcome.Status == SubmissionStatus.Enriched, $"{outcome.Status} {window}: {outcome.Detail} {string.Join(" / ", pipeline.Watch.Faults)}");
        Assert.Empty(pipeline.Watch.Faults);
        var revision = Assert.Single(await pipeline.Store.Articles.GetRevisionsAsync(outcome.ArticleId!));
        Assert.True(revision is { AnnouncedAt: not null, Superseded: false, Revision: 1 }, window);
        Assert.Equal(Contracts.Stages.All, revision.Stages.Select(s => s.Stage));

        var events = pipeline.EventsOf(outcome.ArticleId!);
        Assert.Equal(DeterministicGuid.Create(outcome.ArticleId!, "1", Causes.New), Assert.Single(events.Select(e => e.MessageId).Distinct()));
        Assert.True(events.Count == (IsRepeat(name, after) ? 2 : 1), $"{events.Count} events {window}");
        Assert.All(events, e => Assert.Equal((DuplicateStatus.Unique, outcome.SubmissionId), (e.Message.Duplicate.Status, e.Message.SubmissionId)));

        // What was stored is not computed again; what was not, is.
        var position = clean.IndexOf((name, ordinal));
        Assert.True(pipeline.Recognizer.Calls - recognized == (IsAt(EntitiesStored, false) ? 2 : 1), $"recognitions {window}");
        var stored = clean.FindIndex(w => w.Name == StrippedStored);
        if (position > stored || (position == stored && after))
        {
            Assert.True(pipeline.Moments.CountOf("RawPages.GetAsync") == 1, $"strippings {window}");
        }

        bool IsAt(string point, bool pointAfter) => name == point && after == pointAfter;
    }

    /// <summary>A publish that was not noted as done is made again: subscribers see its message id twice.</summary>
    private static bool IsRepeat(string name, bool after) => (name, after) is (EventPublished, true) or ("Articles.SetAnnouncedAsync", false);

    /// <summary>Each call with its ordinal among those of its name.</summary>
    private static List<(string Name, int Ordinal)> Windows(IReadOnlyList<string> calls) =>
        [.. calls.Index().Select(c => (c.Item, calls.Take(c.Index + 1).Count(n => n == c.Item)))];
}
