using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.Features;

/// <summary>The features of a block of an HTML page.</summary>
internal static class HtmlFeatures
{
    /// <summary>Room for all of them.</summary>
    public const int Most = 400;

    public static int Fill(Span<float> values, PageEvidence page, PageFacts facts, int at, List<string>? names = null)
    {
        var row = new FeatureRow(values, names);
        TextFeatures.Add(ref row, facts, at);
        PlaceFeatures.Add(ref row, facts, at);
        MarkupFeatures.Add(ref row, page, facts, at);
        return row.Count;
    }
}
