using NewsMesh.Stripping.Model;

namespace NewsMesh.Stripping.Training.Boosting;

/// <summary>Gradient boosting of trees on the logistic loss; the same rows and settings give the same trees.</summary>
internal static class Booster
{
    /// <summary>Learns to tell rows of label 1 from those of 0 (or anything between), each as heavy as its weight.</summary>
    public static TreeEnsemble Train(IReadOnlyList<float[]> rows, float[] labels, float[] weights, BoostingSettings settings)
    {
        var matrix = new BinnedMatrix(rows);
        var grower = new TreeGrower(matrix, settings);
        var random = new Random(settings.Seed);
        var share = labels.Zip(weights, (l, w) => (double)l * w).Sum() / weights.Sum();
        var bias = (float)Math.Log(share / (1 - share));
        var scores = Enumerable.Repeat((double)bias, rows.Count).ToArray();
        var (gradients, hessians) = (new float[rows.Count], new float[rows.Count]);
        var trees = new List<DecisionTree>();
        for (var t = 0; t < settings.Trees; t++)
        {
            for (var i = 0; i < scores.Length; i++)
            {
                var p = (float)(1 / (1 + Math.Exp(-scores[i])));
                gradients[i] = (p - labels[i]) * weights[i];
                hessians[i] = Math.Max(p * (1 - p), 1e-4f) * weights[i];
            }

            var seen = Sample(random, rows.Count, settings.RowShare);
            var asked = Sample(random, matrix.Features, settings.FeatureShare);
            var tree = grower.Grow(seen, asked, gradients, hessians);
            trees.Add(tree);
            AddTo(scores, tree, matrix);
        }

        return new TreeEnsemble(bias, trees);
    }

    // By bins, since their columns fit into the processor's cache; rows of features do not.
    private static void AddTo(double[] scores, DecisionTree tree, BinnedMatrix matrix)
    {
        byte[] bins = [.. tree.Features.Select((feature, node) => feature < 0 ? (byte)0 : (byte)Array.BinarySearch(matrix.Thresholds[feature], tree.Values[node]))];
        for (var row = 0; row < scores.Length; row++)
        {
            var node = 0;
            while (tree.Features[node] is >= 0 and var feature)
                node = tree.Children[node] + (matrix.Columns[feature][row] <= bins[node] ? 0 : 1);
            scores[row] += tree.Values[node];
        }
    }

    private static int[] Sample(Random random, int count, double share) =>
        [.. Enumerable.Range(0, count).Where(_ => random.NextDouble() < share)];
}
