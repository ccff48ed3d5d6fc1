namespace NewsMesh.Stripping.Model;

/// <summary>A tree laid out for speed: every row takes the same number of steps, without a jump that depends on it.</summary>
internal sealed class TreeWalk
{
    private readonly Node[] _nodes;
    private readonly int _depth;

    /// <param name="tree">Its children come after their parents.</param>
    public TreeWalk(DecisionTree tree)
    {
        _nodes = new Node[tree.Features.Length];
        var depths = new int[_nodes.Length];
        for (var i = 0; i < _nodes.Length; i++)
        {
            if (tree.Features[i] < 0)
            {
                // A leaf leads to itself: nothing is above infinity.
                _nodes[i] = new Node(float.PositiveInfinity, tree.Values[i], 0, (short)i);
                continue;
            }

            _nodes[i] = new Node(tree.Values[i], 0, tree.Features[i], tree.Children[i]);
            _depth = Math.Max(_depth, depths[tree.Children[i]] = depths[tree.Children[i] + 1] = depths[i] + 1);
        }
    }

    /// <summary>Adds the value of the leaf that each row falls into to the row's sum.</summary>
    /// <param name="rows">Rows of features, one after the other; none is NaN.</param>
    /// <param name="width">Features in a row.</param>
    /// <param name="sums">One a row.</param>
    public void AddTo(ReadOnlySpan<float> rows, int width, Span<double> sums)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            var row = rows.Slice(i * width, width);
            var node = _nodes[0];
            for (var step = 0; step < _depth; step++)
                node = _nodes[node.Child + (row[node.Feature] <= node.Threshold ? 0 : 1)];
            sums[i] += node.Value;
        }
    }

    private readonly record struct Node(float Threshold, float Value, short Feature, short Child);
}
