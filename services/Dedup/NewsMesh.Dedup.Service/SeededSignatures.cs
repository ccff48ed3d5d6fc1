using NewsMesh.Dedup.Service.Index;
using NewsMesh.Dedup.Signatures;
using NewsMesh.Storage;

namespace NewsMesh.Dedup.Service;

/// <summary>
/// The signature builder of a process, which first learns from the latest articles of the store what is common among them and what
/// their sources repeat: after a restart it judges as before.
/// </summary>
internal static class SeededSignatures
{
    public static Seeded<SignatureBuilder> Of(IDedupIndex index, DedupParameters parameters) => new(() => SeedAsync(index, parameters));

    private static async Task<SignatureBuilder> SeedAsync(IDedupIndex index, DedupParameters parameters)
    {
        var builder = new SignatureBuilder(parameters);
        var recent = await index.GetRecentAsync(parameters.FrequencyHalfLife, CancellationToken.None);
        var signatures = new Dictionary<string, ArticleSignature>(recent.Count, StringComparer.Ordinal);
        foreach (var document in recent)
        {
            if (SignatureDocuments.Decode(document) is { } signature)
                signatures[document.ArticleId] = signature;
        }

        foreach (var document in recent.Reverse())
        {
            if (!signatures.TryGetValue(document.ArticleId, out var signature))
                continue;
            builder.Observe(signature);
            // What follows an article that is not at hand is passed over: it would seem to repeat what it copies.
            var followed = document.Placement?.Match is { } match ? signatures.GetValueOrDefault(match) : null;
            if (document.Placement is { } placement && (placement.Match is null || followed is not null))
                builder.Learn(document.Source, signature, followed);
        }

        return builder;
    }
}
