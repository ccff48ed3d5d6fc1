using System.Collections.Concurrent;

namespace NewsMesh.Stripping.Training;

/// <summary>Judges the models on pages of sites that they were not trained on.</summary>
internal static class CrossValidation
{
    private const int Folds = 5;

    private static readonly double[] Thresholds = [0.4, 0.45, 0.5, 0.55, 0.6];

    /// <summary>Prints the metrics over all pages, each decided by models of the other folds, for several thresholds and choices of folds.</summary>
    /// <param name="pages">All pages.</param>
    /// <param name="seeds">Each chooses which sites make a fold.</param>
    /// <param name="showBelow">Full-text pages with a lower F1 by the first choice are shown with their wrong blocks.</param>
    public static void Run(IReadOnlyList<TrainingPage> pages, IReadOnlyList<int> seeds, double showBelow)
    {
        Print("rules", Judge(pages, (page, block) => page.Blocks[block].Verdict.Kept));
        var runs = seeds.Select(seed => Probabilities(pages, seed)).ToArray();
        foreach (var threshold in Thresholds)
        {
            var judged = runs.Select(run => Judge(pages, (page, block) => IsKept(page, block, run[page], threshold))).ToArray();
            for (var i = 0; i < judged.Length; i++)
                Print(FormattableString.Invariant($"{threshold:0.00}, folds by {seeds[i]}"), judged[i]);
            double[] f1 = [.. judged.Select(j => j.Texts.F1)];
            Console.WriteLine(FormattableString.Invariant(
                $"{threshold:0.00}, all choices: texts F1 {f1.Average():0.0000} ({f1.Min():0.0000} to {f1.Max():0.0000}); segments F1 {judged.Average(j => j.Segments.F1):0.0000}"));
        }

        Show(pages.Where(page => page.IsFullText && page.IsJudged), runs[0], showBelow);
    }

    // What models say of each page that saw no page of its site.
    private static Dictionary<TrainingPage, double[]> Probabilities(IReadOnlyList<TrainingPage> pages, int seed)
    {
        var sites = pages.Select(page => page.Site).Distinct().Order(StringComparer.Ordinal).ToArray();
        new Random(seed).Shuffle(sites);
        var foldOf = sites.Select((site, i) => (site, i)).ToDictionary(s => s.site, s => s.i % Folds);
        var probabilities = new ConcurrentDictionary<TrainingPage, double[]>();
        Parallel.For(0, Folds, fold =>
        {
            var model = Stacking.Train([.. pages.Where(page => foldOf[page.Site] != fold)]);
            foreach (var page in pages.Where(page => foldOf[page.Site] == fold))
                probabilities[page] = Stacking.Probabilities(model, page);
        });
        return probabilities.ToDictionary();
    }

    private static bool IsKept(TrainingPage page, int block, double[] probabilities, double threshold) =>
        Model.ModelVerdicts.Keeps(page.Blocks[block], probabilities[block], threshold);

    private static (TextMetric Texts, SegmentMetric Segments) Judge(IReadOnlyList<TrainingPage> pages, Func<TrainingPage, int, bool> keep)
    {
        var (texts, segments) = (new TextMetric(), new SegmentMetric());
        foreach (var page in pages.Where(page => page.IsJudged))
        {
            var text = page.Text(block => keep(page, block));
            if (page.IsFullText)
                texts.Add(page.Truth.GetProperty("articleBody").GetString()!, text);
            else
                segments.Add(page.Truth, text);
        }

        return (texts, segments);
    }

    private static void Print(string name, (TextMetric Texts, SegmentMetric Segments) judged) =>
        Console.WriteLine($"{name}: texts {judged.Texts}; segments {judged.Segments}");

    private static void Show(IEnumerable<TrainingPage> pages, Dictionary<TrainingPage, double[]> probabilities, double below)
    {
        foreach (var page in pages)
        {
            var f1 = new TextMetric().Add(page.Truth.GetProperty("articleBody").GetString()!, page.Text(b => IsKept(page, b, probabilities[page], 0.5)));
            if (f1 >= below)
                continue;
            Console.WriteLine(FormattableString.Invariant($"{f1:0.000} {page.Id} {page.Url}"));
            for (var i = 0; i < page.Blocks.Count; i++)
            {
                var kept = IsKept(page, i, probabilities[page], 0.5);
                if (kept != (page.Labels[i] > 0.5))
                    Console.WriteLine(FormattableString.Invariant($"  {i,4} {(kept ? "unwanted" : "missing ")} {probabilities[page][i]:0.00} {page.Blocks[i].Verdict.Reason,-10} {page.Blocks[i].Text[..Math.Min(110, page.Blocks[i].Text.Length)]}"));
            }
        }
    }
}
