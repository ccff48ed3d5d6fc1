namespace NewsMesh.Dedup.Stories;

/// <summary>What an article shares with a story, as the judgement sees it.</summary>
public static class StoryFeatures
{
    /// <summary>Number of values that <see cref="Write"/> writes.</summary>
    public const int Count = 17;

    /// <summary>Of an article the weightiest names and words that a story should have.</summary>
    private const int TopNames = 8;
    private const int TopWords = 10;

    /// <summary>Average cosine of an article's words with those of a story's members.</summary>
    public static double AverageCosine(TermFields article, StoryState story)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(story);
        return story.Members.Count == 0 ? 0 : article.All.Dot(story.Sum.All) / story.Members.Count;
    }

    /// <summary>Writes the model's inputs, in the order in which it was trained.</summary>
    public static void Write(TermFields article, DateTimeOffset at, StoryState story, Span<float> inputs)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(story);
        double n = Math.Max(1, story.Members.Count);
        var sum = story.Sum;
        var (all, names) = (article.All.Dot(sum.All), article.Names.Dot(sum.Names));
        inputs[0] = (float)(all / n);
        inputs[1] = (float)(article.Title.Dot(sum.Title) / n);
        inputs[2] = (float)(names / n);
        inputs[3] = (float)(article.Lead.Dot(sum.Lead) / n);
        inputs[4] = (float)(article.Figures.Dot(sum.Figures) / n);
        inputs[5] = (float)(article.Title.Dot(sum.Lead) / n);
        inputs[6] = (float)(article.Lead.Dot(sum.Title) / n);
        inputs[7] = (float)(article.Lead.Dot(sum.All) / n);
        inputs[8] = (float)(all / (sum.All.Length + 1e-9));
        inputs[9] = (float)(names / (sum.Names.Length + 1e-9));
        inputs[10] = (float)article.Names.TopShareIn(sum.Names, TopNames);
        inputs[11] = (float)article.All.TopShareIn(sum.All, TopWords);
        inputs[12] = (float)Math.Log(n);
        inputs[13] = Days(at - story.LastAt);
        inputs[14] = Days(at - story.FirstAt);
        inputs[15] = MathF.Sqrt(inputs[0]);
        inputs[16] = MathF.Sqrt(inputs[2]);
    }

    private static float Days(TimeSpan span) => MathF.Log(1 + Math.Max(0, (float)span.TotalDays));
}
