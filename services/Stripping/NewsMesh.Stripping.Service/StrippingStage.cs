using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Outcomes;
using NewsMesh.ServiceDefaults.Telemetry;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Stripping.Service;

/// <summary>Stripping over the store: finds the article in its raw page and decides whether that is a new revision.</summary>
public sealed class StrippingStage(ArticleStripper stripper, StrippingOptions options, IStore store, StageRunner runner)
{
    /// <summary>Strips the page that a message names. A repeat gives the stored revision again.</summary>
    public async Task<StageOutcome<ArticleStripped>> StripAsync(ArticleIngested ingested, CancellationToken ct)
    {
        using var run = runner.Start(Stages.Stripping, ArticleStripper.Version);
        run.Tag("article.id", ingested.ArticleId);
        if (await store.Articles.FindBySubmissionAsync(ingested.ArticleId, ingested.SubmissionId, ct) is { } own
            && own.RawId == ingested.RawId)
        {
            run.Tag("outcome", "repeat");
            return Stripped(ingested, own);
        }

        var page = await store.RawPages.GetAsync(ingested.RawId, ct)
            ?? throw new InvalidOperationException($"Raw page {ingested.RawId} is not in the store.");
        var draft = Revisions.Draft(ingested, page, stripper.Strip(Pages.ToRequest(page), ct));
        run.Tag("bytes", page.Content.Length);
        run.Tag("words", draft.Article.WordCount);
        var letters = draft.Article.Text.Count(char.IsLetterOrDigit);
        if (letters < options.MinLetters)
        {
            run.Tag("outcome", "rejected");
            return TooShort(ingested, page, letters);
        }

        return await PlaceAsync(ingested, draft, run, ct);
    }

    /// <summary>Finds the draft's place among the article's revisions: the same as the latest, older than it, or the next one.</summary>
    private async Task<StageOutcome<ArticleStripped>> PlaceAsync(
        ArticleIngested ingested, RevisionDocument draft, StageRun run, CancellationToken ct)
    {
        while (true)
        {
            var latest = await store.Articles.GetLatestAsync(ingested.ArticleId, ct);
            if (latest?.ContentHash == draft.ContentHash)
            {
                await store.RawPages.SetRevisionAsync(ingested.RawId, latest.Revision, ct);
                run.Tag("outcome", "same");
                return latest.AnnouncedAt is null
                    ? Stripped(ingested, latest)
                    : Finished(ingested, SubmissionStatus.Unchanged, latest.Revision);
            }

            if (latest?.Article.ReceivedAt > draft.Article.ReceivedAt)
            {
                run.Tag("outcome", SubmissionStatus.Superseded);
                return Finished(ingested, SubmissionStatus.Superseded, latest.Revision);
            }

            // Another worker may add the same number at the same time: the store takes one, the other looks again.
            var next = Revisions.Numbered(draft, (latest?.Revision ?? 0) + 1, [ingested.Stage, run.Record()]);
            if (await store.Articles.TryAddAsync(next, ct))
            {
                await store.RawPages.SetRevisionAsync(ingested.RawId, next.Revision, ct);
                run.Tag("revision", next.Revision);
                run.Tag("outcome", next.Cause);
                return Stripped(ingested, next);
            }
        }
    }

    private static ArticleStripped Stripped(ArticleIngested ingested, RevisionDocument revision) => new()
    {
        SubmissionId = ingested.SubmissionId,
        ArticleId = revision.ArticleId,
        Revision = revision.Revision,
        TraceId = ingested.TraceId,
        Article = revision.Article,
    };

    private static SubmissionOutcome Finished(ArticleIngested ingested, string status, int revision) => new()
    {
        SubmissionId = ingested.SubmissionId,
        Status = status,
        ArticleId = ingested.ArticleId,
        Revision = revision,
        Stage = Stages.Stripping,
    };

    private ArticleRejected TooShort(ArticleIngested ingested, RawPageDocument page, int letters) => new()
    {
        SubmissionId = ingested.SubmissionId,
        ArticleId = ingested.ArticleId,
        Url = page.Url,
        Stage = Stages.Stripping,
        Reason = RejectionReasons.TooShort,
        Detail = $"The text found has {letters} letters and digits; an article has at least {options.MinLetters}.",
        ReceivedAt = ingested.ReceivedAt,
        TraceId = ingested.TraceId,
    };
}
