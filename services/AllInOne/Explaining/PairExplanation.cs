using NewsMesh.Dedup;
using NewsMesh.Dedup.Explaining;
using NewsMesh.Dedup.Placing;
using NewsMesh.Dedup.Signatures;

namespace NewsMesh.AllInOne.Explaining;

/// <summary>What two articles share, how the judges see it, and which rule decided.</summary>
internal sealed record PairExplanation
{
    private const int MaxPassages = 10;

    public required ExplainedArticle A { get; init; }
    public required ExplainedArticle B { get; init; }
    public required DuplicateExplanation Duplicate { get; init; }
    public required StoryExplanation Story { get; init; }

    /// <summary>The longest passages that both texts have.</summary>
    public required IReadOnlyList<SharedPassage> Passages { get; init; }

    /// <summary>Compares two articles as the dedup stage does, each by its stored signature where it has one.</summary>
    public static async Task<PairExplanation> OfAsync(ExplainedArticle a, ExplainedArticle b, CancellationToken ct)
    {
        var parameters = DedupParameters.Default;
        var builder = new SignatureBuilder(parameters);
        var (signatureA, signatureB) = (a.Signature ?? builder.Build(a.Title, a.Text), b.Signature ?? builder.Build(b.Title, b.Text));
        return new PairExplanation
        {
            A = a,
            B = b,
            Duplicate = DuplicateExplanation.Of(
                PairVerdict.Of(signatureA, signatureB, parameters),
                (a.Bands ?? signatureA.Bands).Intersect(b.Bands ?? signatureB.Bands).Count(),
                Apart(a, b),
                parameters),
            Story = await StoryExplanation.OfAsync(a, b, ct),
            Passages = SharedPassages.Find(a.Text, b.Text, parameters.MaxCharacters, MaxPassages),
        };
    }

    private static TimeSpan? Apart(ExplainedArticle a, ExplainedArticle b) => (a.ReceivedAt - b.ReceivedAt)?.Duration();
}
