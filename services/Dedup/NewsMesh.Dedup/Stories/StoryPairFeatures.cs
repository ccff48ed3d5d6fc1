namespace NewsMesh.Dedup.Stories;

/// <summary>What two articles share, as the model sees it.</summary>
public static class StoryPairFeatures
{
    /// <summary>Number of values that <see cref="Write"/> writes.</summary>
    public const int Count = 15;

    /// <summary>Of an article the weightiest names and words that the other should have.</summary>
    private const int TopNames = 8;
    private const int TopWords = 10;

    /// <summary>Names tell events apart better than words do.</summary>
    private const double NameWeight = 0.5;

    /// <summary>
    /// Similarity from which two articles are one text. A copy says nothing about how close the other reports of the event are.
    /// </summary>
    private const double CopySimilarity = 1.1;

    /// <summary>Keeps the ratio to a closest article that is far away from being large.</summary>
    private const double Slack = 0.05;
    private const double LargestRatio = 1.5;

    /// <summary>Cosine of the words plus half the cosine of the names, 0 to 1.5.</summary>
    public static double Similarity(TermFields a, TermFields b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a.All.Dot(b.All) + (NameWeight * a.Names.Dot(b.Names));
    }

    /// <summary>Whether a similarity counts towards <see cref="MemberEvidence.Closest"/>.</summary>
    public static bool IsReport(double similarity) => similarity <= CopySimilarity;

    /// <summary>
    /// Writes the model's inputs, the same for (a, b) and (b, a), in the order in which it was trained. The last two set the
    /// similarity in relation to the closest article of either: two reports of one event are among each other's closest,
    /// two events of one kind are not, however many words they share.
    /// </summary>
    /// <param name="a">One article.</param>
    /// <param name="b">The other.</param>
    /// <param name="cosine">The cosine of their words, which who asks has had to know.</param>
    /// <param name="closestA">Similarity of the article closest to a.</param>
    /// <param name="closestB">The same of b.</param>
    /// <param name="inputs">Takes <see cref="Count"/> values.</param>
    public static void Write(MemberEvidence a, MemberEvidence b, double cosine, double closestA, double closestB, Span<float> inputs)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (x, y) = (a.Terms, b.Terms);
        var names = x.Names.Dot(y.Names);
        inputs[0] = (float)cosine;
        inputs[1] = (float)x.Title.Dot(y.Title);
        inputs[2] = (float)names;
        inputs[3] = (float)x.Lead.Dot(y.Lead);
        inputs[4] = (float)x.Figures.Dot(y.Figures);
        inputs[5] = (float)Math.Max(x.Title.Dot(y.Lead), y.Title.Dot(x.Lead));
        WriteRange(x.Names.TopShareIn(y.Names, TopNames), y.Names.TopShareIn(x.Names, TopNames), inputs[6..]);
        WriteRange(x.All.TopShareIn(y.All, TopWords), y.All.TopShareIn(x.All, TopWords), inputs[8..]);
        inputs[10] = MathF.Log(1 + (float)Math.Abs((a.At - b.At).TotalDays));
        inputs[11] = MathF.Sqrt(inputs[0]);
        inputs[12] = MathF.Sqrt(inputs[2]);
        var similarity = cosine + (NameWeight * names);
        WriteRange(Ratio(similarity, closestA), Ratio(similarity, closestB), inputs[13..]);
    }

    private static double Ratio(double similarity, double closest) => Math.Min(LargestRatio, similarity / (closest + Slack));

    private static void WriteRange(double one, double other, Span<float> inputs)
    {
        inputs[0] = (float)Math.Max(one, other);
        inputs[1] = (float)Math.Min(one, other);
    }
}
