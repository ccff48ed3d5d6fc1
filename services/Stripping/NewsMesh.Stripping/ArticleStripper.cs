using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Html;
using NewsMesh.Stripping.Metadata;
using NewsMesh.Stripping.Model;
using NewsMesh.Stripping.PlainText;
using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping;

/// <summary>Takes an article out of the page around it. Stateless: one instance serves any number of threads.</summary>
/// <param name="limits">How much work a page may cost; null for the defaults.</param>
public sealed class ArticleStripper(StrippingLimits? limits = null)
{
    /// <summary>Changes whenever the same input may give another result.</summary>
    public const string Version = "6";

    private readonly StrippingLimits _limits = limits ?? new StrippingLimits();

    /// <summary>Strips one page or text. Any input gives an article, if need be an empty one.</summary>
    /// <param name="request">HTML or plain text.</param>
    /// <param name="cancellationToken">Ends the work between two elements.</param>
    /// <returns>Body, title, byline, dates and what else the page tells of itself.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public StrippedArticle Strip(StripRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return request.Html is null
            ? StripText(request, Bounded(request.Text ?? ""), cancellationToken) with { Truncated = IsTooLong(request.Text) }
            : StripHtml(request, Bounded(request.Html), cancellationToken);
    }

    private StrippedArticle StripHtml(StripRequest request, string html, CancellationToken cancellationToken) =>
        Decide(request, html, cancellationToken) is var (metadata, blocks)
            ? Assemble(metadata, blocks, request) with { Truncated = IsTooLong(request.Html) }
            : StripText(request, TagRemover.ToText(html, cancellationToken), cancellationToken) with { Truncated = true };

    /// <summary>Parses a page and decides on its blocks; null where it passes a limit.</summary>
    internal (StrippedArticle Metadata, List<Block> Blocks)? Decide(StripRequest request, string html, CancellationToken cancellationToken)
    {
        using var document = PageParser.Parse(html, _limits, cancellationToken);
        if (document is null)
            return null;
        var (blocks, regions) = BlockCollector.Collect(document, cancellationToken);
        var page = PageMetadata.Read(document, blocks, request.Url, cancellationToken);
        var evidence = HtmlScorer.Decide(blocks, regions, ArticleFacts.Of(page.Article), new Guide(page.Body));
        HtmlModel.Decide(evidence, cancellationToken);
        return (page.Article, blocks);
    }

    private static StrippedArticle StripText(StripRequest request, string text, CancellationToken cancellationToken)
    {
        var blocks = TextBlocks.Cut(text, cancellationToken);
        var evidence = TextScorer.Decide(blocks);
        TextModel.Decide(evidence, cancellationToken);
        return Assemble(TextMetadata.Read(blocks, evidence.Title, request.Url), blocks, request);
    }

    private static StrippedArticle Assemble(StrippedArticle metadata, List<Block> blocks, StripRequest request) => metadata with
    {
        Text = string.Join("\n\n", blocks.Where(b => b.Verdict.Kept).Select(b => b.Text)),
        Blocks = request.WithBlocks
            ? [.. blocks.Select(b => new StripBlock(b.Text, b.Verdict.Kept, b.Verdict.Reason, b.Score, KindNames.Of(b.Kind), b.Probability))]
            : [],
    };

    private bool IsTooLong(string? input) => input?.Length > _limits.MaxCharacters;

    private string Bounded(string input) => IsTooLong(input) ? input[.._limits.MaxCharacters] : input;
}
