using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Tests.Signatures;

public sealed class MinHasherTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(1.0)]
    public void The_estimate_stays_within_four_standard_errors_of_the_true_similarity(double jaccard)
    {
        const int permutations = 256;
        var random = new Random(17);
        var hasher = new MinHasher(permutations, seed: 5);
        const int union = 2000;
        var shared = (int)Math.Round(jaccard * union);
        var all = Enumerable.Range(0, union).Select(_ => (uint)random.NextInt64(uint.MaxValue)).ToArray();
        var half = (union - shared) / 2;
        uint[] a = [.. all[..shared], .. all[shared..(shared + half)]];
        uint[] b = [.. all[..shared], .. all[(shared + half)..]];

        var estimate = MinHasher.EstimateJaccard(hasher.Minima(a), hasher.Minima(b));

        var error = Math.Sqrt(jaccard * (1 - jaccard) / permutations);
        Assert.InRange(estimate, jaccard - (4 * error) - 0.002, jaccard + (4 * error) + 0.002);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(19)]
    [InlineData(48)]
    public void Vector_lanes_and_the_rest_give_what_a_plain_loop_gives(int permutations)
    {
        uint[] set = [7, 99, 12345678, 4_000_000_000];
        var whole = new MinHasher(64, seed: 5).Minima(set);

        Assert.Equal(whole[..permutations], new MinHasher(permutations, seed: 5).Minima(set));
    }

    [Fact]
    public void The_order_of_a_set_does_not_matter()
    {
        var hasher = new MinHasher(32, seed: 1);
        Assert.Equal(hasher.Minima([1, 2, 3, 4]), hasher.Minima([4, 2, 1, 3]));
    }

    [Fact]
    public void The_empty_set_has_the_greatest_minima()
    {
        Assert.All(new MinHasher(16, seed: 1).Minima([]), minimum => Assert.Equal(uint.MaxValue, minimum));
    }
}
