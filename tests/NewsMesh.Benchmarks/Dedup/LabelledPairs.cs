using NewsMesh.Dedup;
using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary>A pair of articles that share a band, with the features that the model sees.</summary>
/// <param name="Earlier">Number of the earlier article.</param>
/// <param name="Later">Number of the later article.</param>
/// <param name="Inputs">As <see cref="PairFeatures.CopyTo"/> writes them.</param>
/// <param name="IsIdentical">Judged without the model.</param>
/// <param name="IsDuplicate">The truth.</param>
internal sealed record LabelledPair(int Earlier, int Later, float[] Inputs, bool IsIdentical, bool IsDuplicate);

/// <summary>All pairs of a development set that share a band, in stream order.</summary>
internal static class LabelledPairs
{
    /// <summary>Many bands: the model should also know the pairs that fewer bands would miss.</summary>
    private const int Bands = 64;

    public static IReadOnlyList<LabelledPair> Of(LabelledArticles set)
    {
        var builder = new SignatureBuilder(DedupParameters.Default with { Bands = Bands });
        var signatures = new List<ArticleSignature>();
        var withBand = new Dictionary<long, List<int>>();
        var pairs = new List<LabelledPair>();
        foreach (var article in set.Articles)
        {
            var signature = builder.Build(article.Title, article.Text);
            var candidates = new SortedSet<int>();
            foreach (var band in signature.Bands)
            {
                if (!withBand.TryGetValue(band, out var others))
                    withBand[band] = others = [];
                candidates.UnionWith(others);
                others.Add(signatures.Count);
            }

            foreach (var other in candidates)
            {
                var features = PairFeatures.Of(signature, signatures[other]);
                var inputs = new float[PairFeatures.Count];
                features.CopyTo(inputs);
                pairs.Add(new LabelledPair(
                    other, signatures.Count, inputs, features.Identical, set.Truth[article.Id] == set.Truth[set.Articles[other].Id]));
            }

            signatures.Add(signature);
        }

        return pairs;
    }
}
