using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Hints by how far they can be trusted.</summary>
internal static class HintSets
{
    /// <summary>Names like "meta", "title" or "photo" also sit on real paragraphs.</summary>
    public const Hints Weak = Hints.Byline | Hints.Date | Hints.Tags | Hints.Title | Hints.Header | Hints.Caption | Hints.Promotion | Hints.Notice | Hints.Share | Hints.Embed;
}
