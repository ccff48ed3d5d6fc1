using NewsMesh.Stripping.Features;
using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.Model;

/// <summary>Decides which blocks of a page are its article, by the learnt model.</summary>
internal static class HtmlModel
{
    /// <summary>Name of the resource that holds the weights.</summary>
    public const string Resource = "html.trees";

    private static readonly StackedModel Model = StackedModel.Load(Resource);

    /// <summary>Gives every block its probability and its verdict.</summary>
    public static void Decide(PageEvidence page, CancellationToken cancellationToken)
    {
        if (page.Root < 0)
            return;
        var facts = new PageFacts(page.Blocks, page.Table.Regions, page.Article.Title);
        if (Model.Ask(facts, Candidates.Of(page, facts), (row, block) => HtmlFeatures.Fill(row, page, facts, block), cancellationToken))
            ModelVerdicts.Set(facts, Model.Threshold);
    }
}
