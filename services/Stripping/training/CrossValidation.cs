namespace NewsMesh.Stripping.Training;

/// <summary>Judges the models on pages of sites that they were not trained on.</summary>
internal static class CrossValidation
{
    private const int Folds = 5;

    /// <summary>Prints the metrics over all pages, each decided by models of the other folds, for several thresholds.</summary>
    /// <param name="pages">All pages.</param>
    /// <param name="seed">Chooses which sites make a fold.</param>
    /// <param name="showBelow">Full-text pages with a lower F1 are shown with their wrong blocks.</param>
    public static void Run(IReadOnlyList<TrainingPage> pages, int seed, double showBelow)
    {
        var sites = pages.Select(page => page.Site).Distinct().Order(StringComparer.Ordinal).ToArray();
        new Random(seed).Shuffle(sites);
        var foldOf = sites.Select((site, i) => (site, i)).ToDictionary(s => s.site, s => s.i % Folds);
        var probabilities = new Dictionary<TrainingPage, double[]>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Stacking.Train([.. pages.Where(page => foldOf[page.Site] != fold)]);
            foreach (var page in pages.Where(page => foldOf[page.Site] == fold))
                probabilities[page] = Stacking.Probabilities(model, page);
        }

        Print("rules", pages, (page, block) => page.Blocks[block].Verdict.Kept);
        foreach (var threshold in (double[])[0.4, 0.45, 0.5, 0.55, 0.6, 0.65])
            Print(FormattableString.Invariant($"{threshold:0.00}"), pages, (page, block) => IsKept(page, block, probabilities[page], threshold));
        Show(pages.Where(page => page.IsFullText), probabilities, showBelow);
    }

    private static bool IsKept(TrainingPage page, int block, double[] probabilities, double threshold) =>
        probabilities[block] >= threshold + (page.Blocks[block].Verdict.Kept ? 0 : Model.ModelVerdicts.DroppedMargin);

    private static void Print(string name, IReadOnlyList<TrainingPage> pages, Func<TrainingPage, int, bool> keep)
    {
        var (texts, segments) = (new TextMetric(), new SegmentMetric());
        foreach (var page in pages)
        {
            var text = page.Text(block => keep(page, block));
            if (page.IsFullText)
                texts.Add(page.Truth.GetProperty("articleBody").GetString()!, text);
            else
                segments.Add(page.Truth, text);
        }

        Console.WriteLine($"{name}: texts {texts}; segments {segments}");
    }

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
