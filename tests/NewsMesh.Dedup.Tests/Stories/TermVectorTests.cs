using NewsMesh.Dedup.Stories;

namespace NewsMesh.Dedup.Tests.Stories;

public sealed class TermVectorTests
{
    [Fact]
    public void A_product_is_that_of_the_shared_terms_whatever_the_lengths()
    {
        var random = new Random(3);
        for (var (mine, others) = (0, 0); mine <= 40; (mine, others) = others == 40 ? (mine + 1, 0) : (mine, others + 1))
        {
            var (a, b) = (Vector(mine, random), Vector(others, random));
            var expected = a.Terms
                .Select((term, i) => Array.IndexOf(b.Terms, term) is >= 0 and var j ? (double)(a.Weights[i] * b.Weights[j]) : 0)
                .Sum();

            Assert.Equal(expected, a.Dot(b));
            Assert.Equal(expected, b.Dot(a));
        }
    }

    [Fact]
    public void The_share_of_the_weightiest_terms_counts_what_the_other_has()
    {
        var vector = new TermVector([1, 2, 3], [0.5f, 0.25f, 1]);

        Assert.Equal((1.5 + 0.02) / (1.5 + 0.1), vector.TopShareIn(new TermVector([1, 3, 9], [1, 1, 1]), 2), 9);
        Assert.Equal((1 + 0.02) / (1.75 + 0.1), vector.TopShareIn(new TermVector([3], [1]), 9), 9);
        Assert.Equal(0.2, TermVector.Empty.TopShareIn(vector, 2), 9);
    }

    /// <summary>Terms close to the highest as well as to zero, in half of all places.</summary>
    private static TermVector Vector(int count, Random random)
    {
        uint[] terms = [.. Enumerable.Range(0, 80).Select(i => i < 40 ? (uint)i : uint.MaxValue - (uint)(80 - i))];
        random.Shuffle(terms);
        var kept = terms[..count].Order().ToArray();
        return new TermVector(kept, Array.ConvertAll(kept, _ => random.NextSingle()));
    }
}
