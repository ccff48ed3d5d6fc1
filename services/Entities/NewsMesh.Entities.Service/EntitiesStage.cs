using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Outcomes;
using NewsMesh.ServiceDefaults.Telemetry;
using NewsMesh.Storage;

namespace NewsMesh.Entities.Service;

/// <summary>Entity recognition over the store: recognises once per revision, passes the stored result on again.</summary>
public sealed class EntitiesStage(IEntityRecognizer recognizer, IStore store, StageRunner runner)
{
    /// <summary>Recognises the entities of a stripped article. A repeat gives the stored result again.</summary>
    public async Task<StageOutcome<EntitiesRecognized>> RecognizeAsync(ArticleStripped stripped, CancellationToken ct)
    {
        using var run = runner.Start(Stages.Entities, recognizer.Version);
        run.Tag("article.id", stripped.ArticleId);
        run.Tag("revision", stripped.Revision);
        var stored = await store.Articles.GetAsync(stripped.ArticleId, stripped.Revision, ct)
            ?? throw new InvalidOperationException($"Revision {stripped.Revision} of {stripped.ArticleId} is not in the store.");
        if (stored.Entities is { } known)
        {
            run.Tag("outcome", "repeat");
            return Recognized(stripped, known);
        }

        var (entities, note) = Recognize(stripped.Article, ct);
        run.Tag("entities", entities.Count);
        run.Tag("outcome", note is null ? "recognized" : "unsupported");

        // The stage is deterministic: where another worker was faster, its result is this one.
        await store.Articles.TrySetEntitiesAsync(stripped.ArticleId, stripped.Revision, entities, run.Record(note), ct);
        return Recognized(stripped, entities);
    }

    private (IReadOnlyList<Entity> Entities, string? Note) Recognize(Article article, CancellationToken ct) =>
        recognizer.Supports(article.Language)
            ? ([.. recognizer.Recognize(article.Title, article.Text, ct).Select(ToContract)], null)
            : ([], $"no model for language '{article.Language}'");

    private static Entity ToContract(RecognizedEntity entity) => new()
    {
        Type = entity.Type,
        Name = entity.Name,
        Salience = entity.Salience,
        Mentions =
        [
            .. entity.Mentions.Select(m => new Mention { Start = m.Start, End = m.End, Text = m.Text, Confidence = m.Confidence }),
        ],
    };

    private static EntitiesRecognized Recognized(ArticleStripped stripped, IReadOnlyList<Entity> entities) => new()
    {
        SubmissionId = stripped.SubmissionId,
        ArticleId = stripped.ArticleId,
        Revision = stripped.Revision,
        TraceId = stripped.TraceId,
        Article = stripped.Article,
        Entities = entities,
    };
}
