namespace NewsMesh.Stripping.Training;

/// <summary>How much a block counts in training: long ones cost more words when wrong, and every page counts about alike.</summary>
internal static class TrainingWeights
{
    private const double Any = 0.4;

    // Letters from which a block counts in full.
    private const double FullLetters = 200;

    // What a whole article counts on top, shared among its letters.
    private const double Article = 3;

    // Pages with segments want standfirsts, which full texts leave out: more gives segments what it takes from full texts.
    private const double Segment = 0.6;

    public static double Of(TrainingPage page, int block, double label)
    {
        double letters = page.Blocks[block].Letters;
        var weight = Any + Math.Min(1, letters / FullLetters) + (Article * letters / page.ArticleLetters);
        // What a teacher says counts as far as it is sure.
        var sure = label is 0 or 1 ? 1 : Math.Abs(label - 0.5);
        return sure * page.Weight * (page.IsFullText ? weight : weight * Segment);
    }
}
