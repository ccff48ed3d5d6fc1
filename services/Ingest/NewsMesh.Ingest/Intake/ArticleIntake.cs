using System.Security.Cryptography;

namespace NewsMesh.Ingest;

/// <summary>
/// The ingest stage without its surroundings: decides whether a submission is an article, which one, and how to read it.
/// Stateless and safe for concurrent use; the same submission and page always give the same answer.
/// </summary>
public sealed class ArticleIntake(IngestLimits limits, ILanguageGuesser guesser)
{
    private readonly LanguageChoice _language = new(guesser);

    /// <summary>The URL to fetch before <see cref="Take"/>: set for an acceptable submission of a URL alone, else null.</summary>
    public Uri? AddressToFetch(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var hasPage = !string.IsNullOrWhiteSpace(submission.Html) || !string.IsNullOrWhiteSpace(submission.Text);
        return !hasPage
            && SubmissionCheck.Run(submission, limits) is null
            && UrlCanonicalizer.TryParse(submission.Url, limits.MaxUrlLength, out var url) ? url : null;
    }

    /// <summary>Accepts or rejects a submission.</summary>
    /// <param name="submission">What was dropped. Its html wins over its text, which wins over a fetched page.</param>
    /// <param name="fetched">The page at the URL, where <see cref="AddressToFetch"/> gave one.</param>
    /// <param name="cancellationToken">Checked between the steps.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IngestOutcome<IntakeArticle> Take(Submission submission, FetchedPage? fetched, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (SubmissionCheck.Run(submission, limits) is { } fault)
        {
            return fault;
        }

        var page = PageChoice.Take(submission, fetched, limits);
        cancellationToken.ThrowIfCancellationRequested();
        return page.IsAccepted ? Describe(submission, fetched, page.Value, cancellationToken) : page.Rejection;
    }

    private IntakeArticle Describe(
        Submission submission, FetchedPage? fetched, PageContent page, CancellationToken cancellationToken)
    {
        var head = page.IsHtml ? PageHead.Read(page.Text) : PageHead.None;
        var canonicalUrl = CanonicalUrl(submission, fetched, head);
        var needed = canonicalUrl is null ? int.MaxValue : LanguageChoice.SampleLength;
        var text = page.IsHtml ? VisibleText.Of(page.Text, needed) : page.Text;
        cancellationToken.ThrowIfCancellationRequested();

        return new IntakeArticle
        {
            ArticleId = canonicalUrl is null
                ? ArticleIds.FromContent(text.Length == 0 ? page.Text : text)
                : ArticleIds.FromUrl(canonicalUrl),
            Url = NullIfBlank(submission.Url),
            CanonicalUrl = canonicalUrl,
            IsHtml = page.IsHtml,
            Content = page.Bytes,
            Charset = page.Charset,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(page.Bytes)),
            Language = _language.Choose(submission.Language, head.Language, text),
            Title = NullIfBlank(submission.Title),
            Source = NullIfBlank(submission.Source) ?? OwnerOf(canonicalUrl),
            PublishedAt = submission.PublishedAt,
            Metadata = submission.Metadata ?? new Dictionary<string, string>(),
        };
    }

    private string? CanonicalUrl(Submission submission, FetchedPage? fetched, PageHead head)
    {
        if (!UrlCanonicalizer.TryParse(submission.Url, limits.MaxUrlLength, out var submitted))
        {
            return null;
        }

        // A link shortener leads to the article's own URL; a site that has dropped an article leads to its front page.
        var found = fetched is not null && UrlCanonicalizer.IsAcceptable(fetched.FinalUrl) && !ArticlePath.IsRoot(fetched.FinalUrl)
            ? fetched.FinalUrl
            : submitted;
        return CanonicalLink.Resolve(found, head, limits.MaxUrlLength);
    }

    private static string? OwnerOf(string? canonicalUrl) =>
        canonicalUrl is null ? null : RegistrableHost.Of(UrlHost.Of(new Uri(canonicalUrl)));

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
