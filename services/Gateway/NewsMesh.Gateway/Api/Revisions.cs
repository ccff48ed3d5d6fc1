using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Api;

/// <summary>Which revision of an article a request means.</summary>
internal static class Revisions
{
    /// <summary>
    /// The revision asked for, or the latest announced one where <paramref name="revision"/> is null; null where there is none.
    /// </summary>
    public static async Task<RevisionDocument?> FindAsync(
        IArticleStore articles, string articleId, int? revision, CancellationToken ct)
    {
        if (revision is { } number)
        {
            return await articles.GetAsync(articleId, number, ct);
        }

        var latest = await articles.GetLatestAsync(articleId, ct);
        return latest is null or { AnnouncedAt: not null }
            ? latest
            : (await articles.GetRevisionsAsync(articleId, ct)).LastOrDefault(r => r.AnnouncedAt is not null);
    }

    /// <summary>Says in a 404 what was looked for.</summary>
    public static string Missing(string articleId, int? revision) => revision is null
        ? $"There is no announced article {articleId}."
        : $"There is no revision {revision} of an article {articleId}.";
}
