namespace NewsMesh.Stripping.Model;

/// <summary>One regression tree in arrays: node 0 is the root, a node's children stand next to each other, leaves have feature -1.</summary>
/// <param name="Features">Index of the feature that each node asks for; -1 for a leaf.</param>
/// <param name="Values">The threshold of each inner node (at or below goes left), the value of each leaf.</param>
/// <param name="Children">Index of each inner node's left child; the right one follows it.</param>
internal sealed record DecisionTree(short[] Features, float[] Values, short[] Children)
{
    /// <summary>The value of the leaf that a row of features falls into.</summary>
    public float Value(ReadOnlySpan<float> row)
    {
        var node = 0;
        while (Features[node] >= 0)
            node = Children[node] + (row[Features[node]] <= Values[node] ? 0 : 1);
        return Values[node];
    }
}
