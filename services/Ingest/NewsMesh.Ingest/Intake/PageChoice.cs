using System.Net.Mime;
using System.Text;

namespace NewsMesh.Ingest;

/// <summary>Takes the page from a submission: its html, else its text, else what was fetched.</summary>
internal static class PageChoice
{
    public static IngestOutcome<PageContent> Take(Submission submission, FetchedPage? fetched, IngestLimits limits)
    {
        if (!string.IsNullOrWhiteSpace(submission.Html))
        {
            return Submitted(submission.Html, isHtml: true, limits);
        }

        if (!string.IsNullOrWhiteSpace(submission.Text))
        {
            return Submitted(submission.Text, isHtml: false, limits);
        }

        if (fetched is not null)
        {
            return Fetched(fetched, limits);
        }

        return string.IsNullOrWhiteSpace(submission.Url)
            ? new IntakeRejection(IngestFault.Empty, "none of html, text and url is given")
            : new IntakeRejection(IngestFault.FetchFailed, "the page at the url was not fetched");
    }

    private static IngestOutcome<PageContent> Submitted(string page, bool isHtml, IngestLimits limits)
    {
        if (page.Length > limits.MaxPageBytes || Encoding.UTF8.GetByteCount(page) > limits.MaxPageBytes)
        {
            return TooLarge(limits);
        }

        if (ContentSniffer.Check(page, isHtml) is { } fault)
        {
            return fault;
        }

        return new PageContent(Encoding.UTF8.GetBytes(page), CharsetDetector.Utf8, page, isHtml);
    }

    private static IngestOutcome<PageContent> Fetched(FetchedPage page, IngestLimits limits)
    {
        if (page.Body.Length > limits.MaxPageBytes)
        {
            return TooLarge(limits);
        }

        var (text, charset) = PageDecoder.Decode(page.Body, page.ContentType);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new IntakeRejection(IngestFault.Empty, "the fetched page is empty");
        }

        var isHtml = IsHtml(page.ContentType, text);
        if (isHtml is null)
        {
            return new IntakeRejection(IngestFault.NotHtml, "the content type of the fetched page is neither HTML nor plain text");
        }

        if (ContentSniffer.Check(text, isHtml.Value) is { } fault)
        {
            return fault;
        }

        return new PageContent(page.Body, charset, text, isHtml.Value);
    }

    /// <summary>Null where the declared type is something else than HTML or text.</summary>
    private static bool? IsHtml(string? contentType, string text) => MediaTypes.Of(contentType) switch
    {
        MediaTypeNames.Text.Html or MediaTypes.Xhtml => true,
        // Servers send pages without a type or as plain text; nobody writes an article that starts with a tag.
        "" or MediaTypeNames.Text.Plain => ContentSniffer.LooksLikeHtml(text),
        _ => null,
    };

    private static IntakeRejection TooLarge(IngestLimits limits) =>
        new(IngestFault.TooLarge, $"the page is larger than {limits.MaxPageBytes} bytes");
}
