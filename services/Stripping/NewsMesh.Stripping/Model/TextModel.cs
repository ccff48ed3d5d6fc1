using NewsMesh.Stripping.Features;
using NewsMesh.Stripping.PlainText;

namespace NewsMesh.Stripping.Model;

/// <summary>Decides which lines of a plain text are its article, by the learnt model.</summary>
internal static class TextModel
{
    /// <summary>Name of the resource that holds the weights.</summary>
    public const string Resource = "text.trees";

    private static readonly StackedModel Model = StackedModel.Load(Resource);

    /// <summary>Gives every line its probability and its verdict.</summary>
    public static void Decide(TextEvidence page, CancellationToken cancellationToken)
    {
        if (page.First == page.End)
            return;
        var facts = new PageFacts(page.Blocks, [], page.Title);
        var lines = new LineFacts(facts);
        if (Model.Ask(facts, Candidates.OfLines(facts, page.First, page.End), (row, block) => LineFeatures.Fill(row, page, facts, lines, block), cancellationToken))
            ModelVerdicts.Set(facts, Model.Threshold);
    }
}
