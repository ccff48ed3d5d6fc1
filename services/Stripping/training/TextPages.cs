using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Features;
using NewsMesh.Stripping.Model;
using NewsMesh.Stripping.PlainText;

namespace NewsMesh.Stripping.Training;

/// <summary>The pages of both sets as plain text. Where the truth of a page is not whole, the HTML model teaches the rest of it.</summary>
internal static class TextPages
{
    /// <param name="names">Takes the names of the features.</param>
    public static List<TrainingPage> Read(List<string> names) =>
    [
        .. Bench.Pages(Bench.FullTexts).Select(page => Read(page, page.ReadText(), null, names)),
        .. Bench.Pages(Bench.Segments).Select(page =>
        {
            var evidence = HtmlPages.Evidence(page);
            HtmlModel.Decide(evidence, default);
            var shown = evidence.Blocks.Where(block => (evidence.Table.Context[block.Region] & Hints.Hidden) == 0).ToList();
            return Read(page, string.Join('\n', shown.Select(block => block.Text)), shown, names);
        }),
    ];

    private static TrainingPage Read(BenchPage page, string text, List<Block>? teacher, List<string> names)
    {
        var evidence = TextScorer.Decide(TextBlocks.Cut(text, default));
        var facts = new PageFacts(evidence.Blocks, [], evidence.Title);
        var asked = Candidates.Of(facts, evidence.First, evidence.End);
        var labelled = TrainingPage.Of(
            page, evidence.Blocks, facts, asked, (values, block, into) => LineFeatures.Fill(values, evidence, facts, block, into), names);
        if (teacher?.Count == labelled.Labels.Length)
        {
            for (var i = 0; i < teacher.Count; i++)
                labelled.Labels[i] ??= teacher[i].Verdict.Kept ? Math.Max(teacher[i].Probability, 0.5) : Math.Min(teacher[i].Probability, 0.5);
        }

        return labelled;
    }
}
