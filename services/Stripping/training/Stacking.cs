using NewsMesh.Stripping.Features;
using NewsMesh.Stripping.Model;
using NewsMesh.Stripping.Training.Boosting;

namespace NewsMesh.Stripping.Training;

/// <summary>Trains the two models: the second one sees what the first says of pages that it was not trained on.</summary>
internal static class Stacking
{
    private const int InnerFolds = 4;
    private const int MostContext = 64;

    private static readonly BoostingSettings FirstSettings = new();
    private static readonly BoostingSettings SecondSettings = new() { Seed = 2 };

    public static (TreeEnsemble First, TreeEnsemble Second) Train(IReadOnlyList<TrainingPage> pages)
    {
        var unseen = new Dictionary<TrainingPage, double[]>();
        var foldOf = pages.Select(page => page.Group).Distinct().Order(StringComparer.Ordinal).Select((group, i) => (group, i)).ToDictionary(g => g.group, g => g.i % InnerFolds);
        for (var fold = 0; fold < InnerFolds; fold++)
        {
            var model = Fit([.. pages.Where(page => foldOf[page.Group] != fold)], page => page.Rows, FirstSettings);
            foreach (var page in pages.Where(page => foldOf[page.Group] == fold))
                unseen[page] = Probabilities(model, page, page.Rows);
        }

        return (Fit(pages, page => page.Rows, FirstSettings), Fit(pages, page => WithContext(page, unseen[page]), SecondSettings));
    }

    /// <summary>What both models together say of each block of a page.</summary>
    public static double[] Probabilities((TreeEnsemble First, TreeEnsemble Second) model, TrainingPage page) =>
        Probabilities(model.Second, page, WithContext(page, Probabilities(model.First, page, page.Rows)));

    /// <summary>What one model says of each block; 0 for those it is not asked for.</summary>
    public static double[] Probabilities(TreeEnsemble model, TrainingPage page, float[][] rows)
    {
        var probabilities = new double[page.Blocks.Count];
        for (var i = 0; i < page.Asked.Length; i++)
            model.Ask(rows[i], rows[i].Length, probabilities.AsSpan(page.Asked[i], 1));
        return probabilities;
    }

    /// <summary>Names of the features that the second model sees besides the first one's.</summary>
    public static List<string> ContextNames(TrainingPage page)
    {
        var names = new List<string>();
        var row = new FeatureRow(new float[MostContext], names);
        new ContextFeatures(page.Facts, new double[page.Blocks.Count]).Add(ref row, 0);
        return names;
    }

    private static float[][] WithContext(TrainingPage page, double[] probabilities)
    {
        var context = new ContextFeatures(page.Facts, probabilities);
        var values = new float[MostContext];
        return
        [
            .. page.Asked.Select((block, i) =>
            {
                var row = new FeatureRow(values, null);
                context.Add(ref row, block);
                return page.Rows[i].Concat(values.Take(row.Count)).ToArray();
            }),
        ];
    }

    private static TreeEnsemble Fit(IReadOnlyList<TrainingPage> pages, Func<TrainingPage, float[][]> rowsOf, BoostingSettings settings)
    {
        var (rows, labels, weights) = (new List<float[]>(), new List<float>(), new List<float>());
        foreach (var page in pages)
        {
            var pageRows = rowsOf(page);
            for (var i = 0; i < page.Asked.Length; i++)
            {
                if (page.Labels[page.Asked[i]] is not { } label)
                    continue;
                rows.Add(pageRows[i]);
                labels.Add((float)label);
                weights.Add((float)TrainingWeights.Of(page, page.Asked[i], label));
            }
        }

        return Booster.Train(rows, [.. labels], [.. weights], settings);
    }
}
