using NewsMesh.Contracts;
using NewsMesh.Gateway.Api;

namespace NewsMesh.Gateway.Submitting;

/// <summary>
/// What a submitter gets to know at once. Everything about the content is the pipeline's to judge, as for
/// articles that come over the bus.
/// </summary>
internal static class SubmissionChecks
{
    /// <summary>A sentence about the first submission that can be none, or null.</summary>
    public static string? FindFault(IReadOnlyList<SubmitArticle> articles)
    {
        for (var i = 0; i < articles.Count; i++)
        {
            var article = articles[i];
            if (article is { Html: null, Text: null, Url: null })
            {
                return $"Submission {i} has neither html, text nor url.";
            }

            if (article.Id is { } id && Ids.IsBadSubmission(id, out _))
            {
                return $"Submission {i}: {Ids.SubmissionRule}";
            }
        }

        return null;
    }
}
