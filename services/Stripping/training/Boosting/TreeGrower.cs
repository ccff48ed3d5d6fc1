using NewsMesh.Stripping.Model;

namespace NewsMesh.Stripping.Training.Boosting;

/// <summary>Grows one regression tree level by level, each split where a histogram of the derivatives gains most.</summary>
internal sealed class TreeGrower(BinnedMatrix matrix, BoostingSettings settings)
{
    private readonly double[] _gradients = new double[BinnedMatrix.Bins];
    private readonly double[] _hessians = new double[BinnedMatrix.Bins];

    private readonly record struct Split(int Feature, int Bin, double Gain);

    private readonly record struct Pending(int Node, int[] Rows, int Depth);

    /// <summary>A tree whose leaves are Newton steps, shrunk by the learning rate.</summary>
    public DecisionTree Grow(int[] rows, int[] features, float[] gradients, float[] hessians)
    {
        var nodes = new List<(short Feature, float Value, short Child)> { default };
        var pending = new Queue<Pending>([new Pending(0, rows, 0)]);
        while (pending.TryDequeue(out var node))
        {
            double g = 0, h = 0;
            foreach (var row in node.Rows)
                (g, h) = (g + gradients[row], h + hessians[row]);
            var split = node.Depth < settings.Depth ? Best(node.Rows, features, gradients, hessians, g, h) : default;
            if (split.Gain <= 1e-6)
            {
                nodes[node.Node] = (-1, (float)(-g / (h + settings.Lambda) * settings.LearningRate), 0);
                continue;
            }

            var column = matrix.Columns[split.Feature];
            var left = Array.FindAll(node.Rows, row => column[row] <= split.Bin);
            var right = Array.FindAll(node.Rows, row => column[row] > split.Bin);
            nodes[node.Node] = ((short)split.Feature, matrix.Thresholds[split.Feature][split.Bin], (short)nodes.Count);
            pending.Enqueue(new Pending(nodes.Count, left, node.Depth + 1));
            pending.Enqueue(new Pending(nodes.Count + 1, right, node.Depth + 1));
            nodes.Add(default);
            nodes.Add(default);
        }

        return new DecisionTree([.. nodes.Select(n => n.Feature)], [.. nodes.Select(n => n.Value)], [.. nodes.Select(n => n.Child)]);
    }

    private Split Best(int[] rows, int[] features, float[] gradients, float[] hessians, double g, double h)
    {
        var best = default(Split);
        var before = g * g / (h + settings.Lambda);
        foreach (var feature in features)
        {
            var cuts = matrix.Thresholds[feature].Length;
            if (cuts == 0)
                continue;
            Array.Clear(_gradients);
            Array.Clear(_hessians);
            var column = matrix.Columns[feature];
            foreach (var row in rows)
            {
                _gradients[column[row]] += gradients[row];
                _hessians[column[row]] += hessians[row];
            }

            double lg = 0, lh = 0;
            for (var bin = 0; bin < cuts; bin++)
            {
                (lg, lh) = (lg + _gradients[bin], lh + _hessians[bin]);
                if (lh < settings.MinHessian || h - lh < settings.MinHessian)
                    continue;
                var gain = (lg * lg / (lh + settings.Lambda)) + ((g - lg) * (g - lg) / (h - lh + settings.Lambda)) - before;
                if (gain > best.Gain)
                    best = new Split(feature, bin, gain);
            }
        }

        return best;
    }
}
