using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>What is known of a page once the rules have spoken.</summary>
/// <param name="Blocks">All blocks, with the rules' verdicts.</param>
/// <param name="Table">Blocks and regions with their sums and hints.</param>
/// <param name="Root">Index of the main region, -1 where there is none.</param>
/// <param name="Article">What the page tells of its article.</param>
/// <param name="Guide">The page's own copy of its text.</param>
internal sealed record PageEvidence(List<Block> Blocks, RegionTable Table, int Root, ArticleFacts Article, Guide Guide);

/// <summary>What a page tells of its article that helps to find it.</summary>
/// <param name="Title">The headline.</param>
/// <param name="Authors">Names of the authors.</param>
/// <param name="Site">Name of the site.</param>
internal sealed record ArticleFacts(string? Title, IReadOnlyList<string> Authors, string? Site)
{
    public static ArticleFacts Of(StrippedArticle article) => new(article.Title, article.Byline, article.SiteName);
}
