using NewsMesh.Entities.Tagging;

namespace NewsMesh.Entities.Tests.Tagging;

/// <summary>The recursions against plain enumeration of all valid paths.</summary>
public sealed class CrfTests
{
    private const int K = TagSet.Count;
    private const int Length = 4;

    private readonly double[] _emissions;
    private readonly CrfTransitions _transitions;

    public CrfTests()
    {
        var random = new Random(7);
        _emissions = [.. Enumerable.Range(0, Length * K).Select(_ => (random.NextDouble() * 6) - 3)];
        _transitions = new CrfTransitions([.. Enumerable.Range(0, CrfTransitions.Size).Select(_ => (random.NextDouble() * 4) - 2)]);
    }

    [Fact]
    public void The_best_path_is_the_best_of_all_paths() =>
        Assert.Equal(Paths(null).MaxBy(p => p.Score).Path, Viterbi.BestPath(_emissions, _transitions));

    [Fact]
    public void Marginals_are_sums_over_all_paths()
    {
        var marginals = new CrfLattice(_emissions, _transitions).Marginals();

        AssertClose(Enumerate(null), marginals);
    }

    [Fact]
    public void Marginals_within_a_mask_are_sums_over_the_paths_it_allows()
    {
        ushort[] allowed = [TagSet.AllMask, 0b1_1000_0001, 0b0_0000_0111, TagSet.AllMask];

        AssertClose(Enumerate(allowed), new CrfLattice(_emissions, _transitions, allowed).Marginals());
    }

    [Fact]
    public void Expected_tag_pairs_are_sums_over_all_paths()
    {
        var expected = new double[CrfTransitions.Size];
        var total = Paths(null).Sum(p => Math.Exp(p.Score));
        foreach (var (path, score) in Paths(null))
        {
            for (var t = 0; t < Length; t++)
            {
                expected[CrfTransitions.Index(t == 0 ? -1 : path[t - 1], path[t])] += Math.Exp(score) / total;
            }
        }

        var counts = new double[CrfTransitions.Size];
        new CrfLattice(_emissions, _transitions).AddTransitions(counts, 1);

        AssertClose(expected, counts);
    }

    [Fact]
    public void A_model_reads_as_it_was_written()
    {
        var rows = new Dictionary<uint, int> { [42] = 0, [7] = 1 };
        sbyte[] weights = [.. Enumerable.Range(0, 2 * K).Select(i => (sbyte)(i * 7))];
        var model = new CrfModel(rows, weights, new CrfTransitions(new double[CrfTransitions.Size]), "test1");
        using var stream = new MemoryStream();

        model.Write(stream);
        stream.Position = 0;
        var read = CrfModel.Read(stream);

        var (expected, actual) = (new double[K], new double[K]);
        model.Add([7, 42, 1], expected);
        read.Add([7, 42, 1], actual);
        Assert.Equal("test1", read.Name);
        Assert.Equal(expected, actual);
        Assert.Contains(actual, x => x != 0);
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused()
    {
        using var stream = new MemoryStream();
        using (var packed = new System.IO.Compression.BrotliStream(stream, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
        {
            packed.Write(new byte[64]);
        }

        stream.Position = 0;

        Assert.Throws<InvalidDataException>(() => CrfModel.Read(stream));
    }

    private double[] Enumerate(ushort[]? allowed)
    {
        var marginals = new double[Length * K];
        var total = Paths(allowed).Sum(p => Math.Exp(p.Score));
        foreach (var (path, score) in Paths(allowed))
        {
            for (var t = 0; t < Length; t++)
            {
                marginals[(t * K) + path[t]] += Math.Exp(score) / total;
            }
        }

        return marginals;
    }

    private IEnumerable<(int[] Path, double Score)> Paths(ushort[]? allowed)
    {
        var count = (int)Math.Pow(K, Length);
        for (var number = 0; number < count; number++)
        {
            var path = new int[Length];
            var (rest, score, valid) = (number, 0.0, true);
            for (var t = 0; t < Length; t++)
            {
                (rest, path[t]) = Math.DivRem(rest, K);
                var previous = t == 0 ? -1 : path[t - 1];
                valid &= TagSet.Follows(previous, path[t]) && (allowed is null || (allowed[t] & (1 << path[t])) != 0);
                score += valid ? _transitions.Scores[CrfTransitions.Index(previous, path[t])] + _emissions[(t * K) + path[t]] : 0;
            }

            if (valid)
            {
                yield return (path, score);
            }
        }
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 9));
    }
}
