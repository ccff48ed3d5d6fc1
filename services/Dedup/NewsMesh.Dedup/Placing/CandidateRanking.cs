namespace NewsMesh.Dedup.Placing;

/// <summary>
/// The order in which candidates are compared. A band counts by one over the number of articles that it gives, so that a band few
/// articles have tells more than a phrase that many have. A sum over the postings of one look-up; no statistics are kept.
/// </summary>
internal static class CandidateRanking
{
    /// <summary>The least number that every count up to sixteen divides: sums come out alike in every order.</summary>
    private const int Unit = 720_720;

    private const int NumberBits = 32;

    /// <summary>What a band counts that gives a number of articles.</summary>
    public static int Weight(int articles) => Unit / articles;

    /// <summary>A band's entry of an article, as <see cref="Rank"/> reads it.</summary>
    public static long Entry(int article, int weight) => ((long)article << NumberBits) | (uint)weight;

    /// <summary>Sums up each article's entries and puts the articles in order: the highest sum first, then the lowest number.</summary>
    /// <param name="entries">Entries in any order; overwritten by the articles' numbers.</param>
    /// <returns>The number of articles.</returns>
    public static int Rank(Span<long> entries)
    {
        entries.Sort();
        var count = 0;
        for (var i = 0; i < entries.Length;)
        {
            var article = entries[i] >> NumberBits;
            var sum = 0L;
            for (; i < entries.Length && entries[i] >> NumberBits == article; i++)
                sum += (uint)entries[i];
            // Ascending order is highest sum first where sums are negative.
            entries[count++] = (-sum << NumberBits) | article;
        }

        entries[..count].Sort();
        for (var i = 0; i < count; i++)
            entries[i] = (uint)entries[i];
        return count;
    }
}
