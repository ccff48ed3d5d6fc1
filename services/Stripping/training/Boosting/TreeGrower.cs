using NewsMesh.Stripping.Model;

namespace NewsMesh.Stripping.Training.Boosting;

/// <summary>Grows one regression tree level by level, each split where a histogram of the derivatives gains most.</summary>
internal sealed class TreeGrower(BinnedMatrix matrix, BoostingSettings settings)
{
    private readonly record struct Split(int Feature, int Bin, double Gain);

    private readonly record struct Derivatives(double First, double Second);

    private readonly record struct Pending(int Node, int[] Rows, int Depth, Derivatives[] Histograms);

    /// <summary>A tree whose leaves are Newton steps, shrunk by the learning rate.</summary>
    public DecisionTree Grow(int[] rows, int[] features, float[] gradients, float[] hessians)
    {
        var nodes = new List<(short Feature, float Value, short Child)> { default };
        var pending = new Queue<Pending>([new Pending(0, rows, 0, Histograms(rows, features, gradients, hessians))]);
        while (pending.TryDequeue(out var node))
        {
            double g = 0, h = 0;
            foreach (var row in node.Rows)
                (g, h) = (g + gradients[row], h + hessians[row]);
            var split = node.Depth < settings.Depth ? Best(node.Histograms, features, g, h) : default;
            if (split.Gain <= 1e-6)
            {
                nodes[node.Node] = (-1, (float)(-g / (h + settings.Lambda) * settings.LearningRate), 0);
                continue;
            }

            var column = matrix.Columns[split.Feature];
            var left = Array.FindAll(node.Rows, row => column[row] <= split.Bin);
            var right = Array.FindAll(node.Rows, row => column[row] > split.Bin);
            nodes[node.Node] = ((short)split.Feature, matrix.Thresholds[split.Feature][split.Bin], (short)nodes.Count);
            var (ofLeft, ofRight) = node.Depth + 1 < settings.Depth ? Divide(node, left, right, features, gradients, hessians) : ([], []);
            pending.Enqueue(new Pending(nodes.Count, left, node.Depth + 1, ofLeft));
            pending.Enqueue(new Pending(nodes.Count + 1, right, node.Depth + 1, ofRight));
            nodes.Add(default);
            nodes.Add(default);
        }

        return new DecisionTree([.. nodes.Select(n => n.Feature)], [.. nodes.Select(n => n.Value)], [.. nodes.Select(n => n.Child)]);
    }

    // The larger child has what the smaller one leaves of its parent.
    private (Derivatives[] Left, Derivatives[] Right) Divide(Pending parent, int[] left, int[] right, int[] features, float[] gradients, float[] hessians)
    {
        var smaller = Histograms(left.Length < right.Length ? left : right, features, gradients, hessians);
        var larger = parent.Histograms;
        for (var i = 0; i < larger.Length; i++)
            larger[i] = new Derivatives(larger[i].First - smaller[i].First, larger[i].Second - smaller[i].Second);
        return left.Length < right.Length ? (smaller, larger) : (larger, smaller);
    }

    private Derivatives[] Histograms(int[] rows, int[] features, float[] gradients, float[] hessians)
    {
        var histograms = new Derivatives[features.Length * BinnedMatrix.Bins];
        var own = Array.ConvertAll(rows, row => new Derivatives(gradients[row], hessians[row]));
        for (var f = 0; f < features.Length; f++)
        {
            if (matrix.Thresholds[features[f]].Length == 0)
                continue;
            var column = matrix.Columns[features[f]];
            var histogram = histograms.AsSpan(f * BinnedMatrix.Bins, BinnedMatrix.Bins);
            for (var i = 0; i < rows.Length; i++)
            {
                ref var bin = ref histogram[column[rows[i]]];
                bin = new Derivatives(bin.First + own[i].First, bin.Second + own[i].Second);
            }
        }

        return histograms;
    }

    private Split Best(Derivatives[] histograms, int[] features, double g, double h)
    {
        var best = default(Split);
        var before = g * g / (h + settings.Lambda);
        for (var f = 0; f < features.Length; f++)
        {
            var cuts = matrix.Thresholds[features[f]].Length;
            double lg = 0, lh = 0;
            for (var bin = 0; bin < cuts; bin++)
            {
                var (first, second) = histograms[(f * BinnedMatrix.Bins) + bin];
                (lg, lh) = (lg + first, lh + second);
                if (lh < settings.MinHessian || h - lh < settings.MinHessian)
                    continue;
                var gain = (lg * lg / (lh + settings.Lambda)) + ((g - lg) * (g - lg) / (h - lh + settings.Lambda)) - before;
                if (gain > best.Gain)
                    best = new Split(features[f], bin, gain);
            }
        }

        return best;
    }
}
