namespace NewsMesh.Ingest.Language;

/// <summary>
/// Multinomial naive Bayes over character n-grams (Cavnar and Trenkle, "N-Gram-Based Text Categorization", 1994, for the
/// features; Dunning, "Statistical Identification of Language", 1994, for the likelihood ratio).
/// </summary>
internal static class NGramScorer
{
    /// <param name="words">Words as <see cref="LetterBuffer"/> leaves them; those of other scripts are passed over.</param>
    /// <param name="script">The script of the model.</param>
    /// <param name="scores">Takes each language's sum of log ratios, in the model's steps.</param>
    /// <returns>Number of n-grams looked up, known to the model or not.</returns>
    public static int Score(NGramModel model, ReadOnlySpan<char> words, Script script, Span<int> scores)
    {
        int looked = 0;
        for (int start = 0; start + 1 < words.Length; start++)
        {
            bool opensWord = words[start] == ' ';
            if (Scripts.Of(words[opensWord ? start + 1 : start]) != script)
            {
                continue;
            }

            uint hash = NGramHash.Start;
            int end = Math.Min(words.Length, start + DetectorLimits.LongestGram);
            for (int i = start; i < end; i++)
            {
                hash = NGramHash.Next(hash, words[i]);
                if (i == start && opensWord)
                {
                    continue;
                }

                looked++;
                Add(model.Row(hash), scores);
                if (words[i] == ' ')
                {
                    break;
                }
            }
        }

        return looked;
    }

    private static void Add(ReadOnlySpan<sbyte> row, Span<int> scores)
    {
        for (int i = 0; i < row.Length; i++)
        {
            scores[i] += row[i];
        }
    }
}
