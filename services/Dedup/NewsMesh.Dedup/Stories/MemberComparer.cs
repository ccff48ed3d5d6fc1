namespace NewsMesh.Dedup.Stories;

/// <summary>Compares two members within the window.</summary>
internal sealed class MemberComparer(StoryParameters parameters, StoryPairScore score)
{
    /// <summary>Similarity as far as it counts towards <see cref="MemberEvidence.Closest"/>: 0 for copies, and outside the window.</summary>
    public static double ReportSimilarity(StoryMember a, StoryMember b, double similarity) =>
        StoryPairFeatures.IsReport(similarity) && !AreCopies(a, b) ? similarity : 0;

    /// <summary>Similarity of two members; 0 where they are too far apart in time.</summary>
    public double Similarity(StoryMember a, StoryMember b) =>
        (a.Evidence!.At - b.Evidence!.At).Duration() <= parameters.Window
            ? StoryPairFeatures.Similarity(a.Evidence.Terms, b.Evidence.Terms)
            : 0;

    /// <summary>Log-odds that two members tell of one event, within the limit.</summary>
    public double Score(StoryMember a, StoryMember b, double closestA, double closestB)
    {
        if ((a.Evidence!.At - b.Evidence!.At).Duration() > parameters.Window)
            return -parameters.ScoreLimit;
        var cosine = a.Evidence.Terms.All.Dot(b.Evidence.Terms.All);
        if (cosine < parameters.LeastCosine)
            return -parameters.ScoreLimit;
        Span<float> inputs = stackalloc float[StoryPairFeatures.Count];
        StoryPairFeatures.Write(a.Evidence, b.Evidence, cosine, closestA, closestB, inputs);
        return Math.Clamp(score(a, b, inputs), -parameters.ScoreLimit, parameters.ScoreLimit);
    }

    private static bool AreCopies(StoryMember a, StoryMember b) =>
        a.Evidence!.CopyOf == b.ArticleId
        || b.Evidence!.CopyOf == a.ArticleId
        || (a.Evidence.CopyOf is not null && a.Evidence.CopyOf == b.Evidence.CopyOf);
}
