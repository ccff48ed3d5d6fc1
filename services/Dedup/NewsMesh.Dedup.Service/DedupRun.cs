using System.Globalization;
using NewsMesh.Contracts;
using NewsMesh.Dedup.Signatures;
using NewsMesh.Dedup.Stories;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Bus;
using NewsMesh.ServiceDefaults.Telemetry;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Dedup.Service;

/// <summary>Runs the dedup stage once per revision and announces what it changed for others.</summary>
public sealed class DedupRun(DedupStage stage, IStore store, IEventAnnouncer announcer, StageRunner runner)
{
    /// <summary>Version of the rules, the signatures and the stories, stored with every result.</summary>
    private static readonly string Version = string.Create(
        CultureInfo.InvariantCulture, $"1+signature{ArticleSignature.CurrentVersion}+story{StoryStateCodec.CurrentVersion}");

    /// <summary>Places an article; a repeat leaves the stored placement as it is. Gives the revision with the result.</summary>
    public async Task<RevisionDocument> PlaceAsync(EntitiesRecognized recognized, CancellationToken ct)
    {
        using var run = runner.Start(Stages.Dedup, Version);
        run.Tag("article.id", recognized.ArticleId);
        run.Tag("revision", recognized.Revision);
        var stored = await FindAsync(recognized, ct);
        if (stored.Duplicate is not null)
        {
            run.Tag("outcome", "repeat");
            return stored;
        }

        var article = recognized.Article;
        var outcome = await stage.PlaceAsync(
            recognized.ArticleId, recognized.Revision, article.Title ?? "", article.Text, article.ReceivedAt, article.PublishedAt,
            article.Source, recognized.Entities, ct);
        run.Tag("outcome", outcome.Duplicate.Status);
        run.Tag("reason", outcome.Reason);

        // Before the result is stored: a crash in between says it again, under the same message id, instead of never.
        foreach (var change in outcome.DuplicateChanges)
        {
            await announcer.AnnounceAsync(
                change, DeterministicGuid.Create(recognized.ArticleId, change.ArticleId, change.ClusterId, change.Because), ct);
        }

        foreach (var change in outcome.StoryChanges)
        {
            await announcer.AnnounceAsync(
                change, DeterministicGuid.Create(recognized.ArticleId, change.StoryId, change.Because), ct);
        }

        var record = run.Record();
        var isFirst = await store.Articles.TrySetDedupAsync(
            recognized.ArticleId, recognized.Revision, outcome.Duplicate, outcome.Story, record, ct);
        return isFirst
            ? stored with { Duplicate = outcome.Duplicate, Story = outcome.Story, Stages = [.. stored.Stages, record] }
            : await FindAsync(recognized, ct);
    }

    private async Task<RevisionDocument> FindAsync(EntitiesRecognized recognized, CancellationToken ct) =>
        await store.Articles.GetAsync(recognized.ArticleId, recognized.Revision, ct)
        ?? throw new InvalidOperationException($"Revision {recognized.Revision} of {recognized.ArticleId} is not in the store.");
}
