using NewsMesh.Dedup.Normalization;
using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Tests.Signatures;

public sealed class PairFeaturesTests
{
    [Fact]
    public void Similarities_are_those_of_the_shingle_sets()
    {
        var random = new Random(11);
        var all = new SignatureBuilder(DedupParameters.Default with { MaxShingles = 1024 });
        for (var i = 0; i < 50; i++)
        {
            var (a, b) = (Cut(random), Cut(random));
            var (setA, setB) = (Shingles(a), Shingles(b));
            var shared = setA.Intersect(setB).Count();

            var features = PairFeatures.Of(all.Build("", a), all.Build("", b));

            Assert.Equal((double)shared / (setA.Count + setB.Count - shared), features.Jaccard, 0.01);
            Assert.Equal((double)shared / Math.Min(setA.Count, setB.Count), features.Containment, 0.01);
        }
    }

    [Fact]
    public void A_sample_estimates_the_containment_of_long_texts()
    {
        var words = Enumerable.Range(0, 4000).Select(i => $"w{i * 7919 % 100_003}").ToArray();
        var (full, half) = (string.Join(' ', words), string.Join(' ', words[..2000]));

        var features = PairFeatures.Of(Texts.Sign("", full), Texts.Sign("", half));

        Assert.Equal(1, features.Containment, 6);
        Assert.Equal(0.5, features.Jaccard, 0.1);
    }

    [Fact]
    public void Features_are_symmetric()
    {
        var (a, b) = (Texts.Sign(Texts.Title, Texts.Body), Texts.Sign("Other", Texts.Edited(1)[60..]));
        Assert.Equal(PairFeatures.Of(a, b), PairFeatures.Of(b, a));
    }

    [Fact]
    public void Figures_are_compared_whatever_their_spelling()
    {
        var features = PairFeatures.Of(
            Texts.Sign("", "On Monday 1,250 of five were 3.5 late"), Texts.Sign("", "on MONDAY 1250 of 5 were 3.5 late"));
        // Four figures, all shared, with half a figure of doubt.
        Assert.Equal(4.5 / 5, features.FigureJaccard, 6);
        Assert.Equal(0, features.Figures.Differing, 6);
        Assert.InRange(features.Figures.Agreeing, 4, 8);
    }

    [Fact]
    public void Other_figures_lower_the_figure_features()
    {
        var (report, tomorrow) = ("The index closed at 2,104.31 on Monday", "The index closed at 2,097.85 on Tuesday");
        var features = PairFeatures.Of(Texts.Sign("", report), Texts.Sign("", tomorrow));
        Assert.Equal(0.5 / 5, features.FigureJaccard, 6);
        Assert.Equal(0.5 / 3, features.FigureContainment, 6);
        Assert.InRange(features.Figures.Differing, 1, 4);
        Assert.InRange(features.Days.Differing, 0.5, 2);
    }

    private static string Cut(Random random)
    {
        var start = random.Next(Texts.Body.Length - 50);
        return Texts.Body.Substring(start, random.Next(20, Texts.Body.Length - start));
    }

    private static HashSet<string> Shingles(string text)
    {
        var normal = TextNormalizer.Normalize(text, 10_000);
        var n = Math.Min(DedupParameters.Default.ShingleLength, normal.Length);
        return [.. Enumerable.Range(0, normal.Length - n + 1).Select(i => normal.Substring(i, n))];
    }
}
