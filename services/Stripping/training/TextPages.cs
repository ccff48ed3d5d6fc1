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
        if (names.Count == 0)
            LineFeatures.Fill(new float[LineFeatures.Most], evidence, facts, 0, names);
        var values = new float[LineFeatures.Most];
        var labels = TrainingPage.LabelsOf(page.Set, evidence.Blocks, page.Truth);
        if (teacher?.Count == labels.Length)
            labels = [.. labels.Zip(teacher, (label, block) => label ?? (block.Verdict.Kept ? Math.Max(block.Probability, 0.5) : Math.Min(block.Probability, 0.5)))];
        return new TrainingPage
        {
            Set = page.Set,
            Id = page.Id,
            Url = page.Url,
            Truth = page.Truth,
            Blocks = evidence.Blocks,
            Facts = facts,
            Asked = asked,
            Rows = [.. asked.Select(block => values[..LineFeatures.Fill(values, evidence, facts, block)].ToArray())],
            Labels = labels,
        };
    }
}
