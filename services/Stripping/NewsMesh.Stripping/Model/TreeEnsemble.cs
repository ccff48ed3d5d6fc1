namespace NewsMesh.Stripping.Model;

/// <summary>Gradient-boosted trees for a probability (J. Friedman, “Greedy function approximation: a gradient boosting machine”, Annals of Statistics 2001).</summary>
/// <param name="Bias">Log-odds before any tree.</param>
/// <param name="Trees">What each tree adds to the log-odds.</param>
internal sealed record TreeEnsemble(float Bias, IReadOnlyList<DecisionTree> Trees)
{
    /// <summary>Log-odds for a row of features.</summary>
    public double LogOdds(ReadOnlySpan<float> row)
    {
        double sum = Bias;
        foreach (var tree in Trees)
            sum += tree.Value(row);
        return sum;
    }

    /// <summary>Probability for a row of features, 0 to 1.</summary>
    public double Probability(ReadOnlySpan<float> row) => 1 / (1 + Math.Exp(-LogOdds(row)));
}
