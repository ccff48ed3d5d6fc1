using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Features;
using NewsMesh.Stripping.Model;
using NewsMesh.Stripping.PlainText;

namespace NewsMesh.Stripping.Training;

/// <summary>
/// The pages of both sets as plain text. Where the truth of a page is not whole, the HTML model teaches the rest of it. Each full text is also
/// there as its HTML's blocks give it, and between what stands around other pages' texts, so that no page's surroundings tell its article.
/// </summary>
internal static class TextPages
{
    private const double RenderedWeight = 0.7;
    private const double MovedWeight = 0.4;
    private const int Moves = 2;

    private readonly record struct Surroundings(string[] Before, string[] After);

    /// <param name="names">Takes the names of the features.</param>
    public static List<TrainingPage> Read(List<string> names)
    {
        var pages = new List<TrainingPage>();
        var surroundings = new List<Surroundings>();
        foreach (var page in Bench.Pages(Bench.Segments))
        {
            var blocks = Shown(page);
            string[] lines = [.. blocks.Select(Line)];
            pages.Add(Read(page, lines, names, teacher: blocks));
            if (blocks.FindIndex(b => b.Verdict.Kept) is >= 0 and var first)
                surroundings.Add(new Surroundings(lines[..first], lines[(blocks.FindLastIndex(b => b.Verdict.Kept) + 1)..]));
        }

        var random = new Random(1);
        foreach (var page in Bench.Pages(Bench.FullTexts))
        {
            var own = Read(page, page.ReadText().Split('\n'), names);
            pages.Add(own);
            pages.Add(Read(page, Shown(page).Select(Line), names, RenderedWeight));
            var (first, last) = (Array.IndexOf(own.Labels, 1), Array.LastIndexOf(own.Labels, 1));
            string[] body = [.. own.Blocks.Skip(first).Take(first < 0 ? 0 : last + 1 - first).Select(block => block.Text)];
            for (var move = 0; move < Moves && body.Length > 0; move++)
            {
                var around = surroundings[random.Next(surroundings.Count)];
                pages.Add(Read(page, [.. around.Before, .. body, .. around.After], names, MovedWeight));
            }
        }

        return pages;
    }

    // The blocks of an HTML page that a reader sees, with the HTML model's verdicts.
    private static List<Block> Shown(BenchPage page)
    {
        var evidence = HtmlPages.Evidence(page);
        HtmlModel.Decide(evidence, default);
        return [.. evidence.Blocks.Where(block => (evidence.Table.Context[block.Region] & Hints.Hidden) == 0)];
    }

    // A tab is what tells a row of a table in plain text.
    private static string Line(Block block)
    {
        var cell = block.Kind == BlockKind.Row ? block.Text.IndexOf(' ', StringComparison.Ordinal) : -1;
        return cell < 0 ? block.Text : block.Text[..cell] + '\t' + block.Text[(cell + 1)..];
    }

    private static TrainingPage Read(BenchPage page, IEnumerable<string> text, List<string> names, double weight = 1, List<Block>? teacher = null)
    {
        var evidence = TextScorer.Decide(TextBlocks.Cut(string.Join('\n', text), default));
        var facts = new PageFacts(evidence.Blocks, [], evidence.Title);
        var lines = new LineFacts(facts);
        var asked = Candidates.OfLines(facts, evidence.First, evidence.End);
        var labelled = TrainingPage.Of(
            page, evidence.Blocks, facts, asked, (values, block, into) => LineFeatures.Fill(values, evidence, facts, lines, block, into), names, weight);
        if (teacher?.Count == labelled.Labels.Length)
        {
            for (var i = 0; i < teacher.Count; i++)
                labelled.Labels[i] ??= teacher[i].Verdict.Kept ? Math.Max(teacher[i].Probability, 0.5) : Math.Min(teacher[i].Probability, 0.5);
        }

        return labelled;
    }
}
