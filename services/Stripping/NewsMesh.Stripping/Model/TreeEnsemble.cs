namespace NewsMesh.Stripping.Model;

/// <summary>Gradient-boosted trees for a probability (J. Friedman, “Greedy function approximation: a gradient boosting machine”, Annals of Statistics 2001).</summary>
/// <param name="Bias">Log-odds before any tree.</param>
/// <param name="Trees">What each tree adds to the log-odds.</param>
internal sealed record TreeEnsemble(float Bias, IReadOnlyList<DecisionTree> Trees)
{
    private readonly TreeWalk[] _walks = [.. Trees.Select(tree => new TreeWalk(tree))];

    /// <summary>Probabilities of rows of features, 0 to 1.</summary>
    /// <param name="rows">Rows of features, one after the other; none is NaN.</param>
    /// <param name="width">Features in a row.</param>
    /// <param name="probabilities">Takes one a row.</param>
    public void Ask(ReadOnlySpan<float> rows, int width, Span<double> probabilities)
    {
        probabilities.Fill(Bias);
        foreach (var walk in _walks)
            walk.AddTo(rows, width, probabilities);
        foreach (ref var sum in probabilities)
            sum = 1 / (1 + Math.Exp(-sum));
    }
}
