using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Features;
using NewsMesh.Stripping.Html;
using NewsMesh.Stripping.Metadata;
using NewsMesh.Stripping.Model;
using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.Training;

/// <summary>The HTML pages of both sets.</summary>
internal static class HtmlPages
{
    /// <param name="names">Takes the names of the features.</param>
    public static List<TrainingPage> Read(List<string> names) =>
        [.. Bench.Pages(Bench.FullTexts).Concat(Bench.Pages(Bench.Segments)).Select(page => Read(page, names))];

    /// <summary>The page as the rules leave it.</summary>
    public static PageEvidence Evidence(BenchPage page)
    {
        using var document = PageParser.Parse(page.Read(), new StrippingLimits(), default) ?? throw new InvalidDataException(page.Id);
        var (blocks, regions) = BlockCollector.Collect(document, default);
        var metadata = PageMetadata.Read(document, blocks, page.Url, default);
        return HtmlScorer.Decide(blocks, regions, ArticleFacts.Of(metadata.Article), new Guide(metadata.Body));
    }

    private static TrainingPage Read(BenchPage page, List<string> names)
    {
        var evidence = Evidence(page);
        var facts = new PageFacts(evidence.Blocks, evidence.Table.Regions, evidence.Article.Title);
        var asked = Candidates.Of(evidence, facts);
        return TrainingPage.Of(
            page, evidence.Blocks, facts, asked, (values, block, into) => HtmlFeatures.Fill(values, evidence, facts, block, into), names);
    }
}
