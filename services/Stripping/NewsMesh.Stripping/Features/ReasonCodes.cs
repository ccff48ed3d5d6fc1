using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.Features;

/// <summary>The rules' reasons as numbers, ordered so that neighbours mean alike.</summary>
internal static class ReasonCodes
{
    public static int Of(string reason) => reason switch
    {
        Reasons.Paragraph => 0,
        Reasons.Lead => 1,
        Reasons.Item => 2,
        Reasons.Heading => 3,
        Reasons.Lonely => 4,
        Reasons.Label => 5,
        Reasons.CrossLink => 6,
        Reasons.Links => 7,
        Reasons.Phrase => 8,
        Reasons.Caption => 9,
        Reasons.Title => 10,
        Reasons.Repeated => 11,
        Reasons.Unguided => 12,
        Reasons.Before => 13,
        Reasons.After => 14,
        Reasons.Outside => 15,
        _ => 16,
    };
}
