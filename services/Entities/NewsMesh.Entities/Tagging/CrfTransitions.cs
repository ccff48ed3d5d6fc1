namespace NewsMesh.Entities.Tagging;

/// <summary>Scores of tag pairs, in a table of (tags + 1) × tags: from the previous tag, the last row from the sentence's start.</summary>
internal sealed class CrfTransitions
{
    private const int K = TagSet.Count;

    private readonly double[] _potentials;

    public CrfTransitions(double[] scores)
    {
        Scores = scores;
        _potentials = new double[Size];
        for (var previous = -1; previous < K; previous++)
        {
            for (var tag = 0; tag < K; tag++)
            {
                var index = Index(previous, tag);
                _potentials[index] = TagSet.Follows(previous, tag) ? Math.Exp(scores[index]) : 0;
            }
        }
    }

    public static int Size => (K + 1) * K;

    public double[] Scores { get; }

    public static int Index(int previous, int tag) => ((previous < 0 ? K : previous) * K) + tag;

    /// <summary>exp(score) to each tag; nothing where BIO2 forbids the pair.</summary>
    public ReadOnlySpan<double> Potentials(int previous) => _potentials.AsSpan(Index(previous, 0), K);

    /// <summary>The score; minus infinity where BIO2 forbids the pair.</summary>
    public double Score(int previous, int tag) =>
        TagSet.Follows(previous, tag) ? Scores[Index(previous, tag)] : double.NegativeInfinity;
}
