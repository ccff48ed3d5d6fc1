namespace NewsMesh.Ingest.Language;

/// <summary>The leading script of a text.</summary>
/// <param name="Script">The leading script; kana stands for Japanese, Han for Chinese.</param>
/// <param name="Letters">Its letters, weighted by <see cref="Scripts.Weight"/>.</param>
/// <param name="Share">Its share of all letters, 0 to 1.</param>
internal readonly record struct ScriptCensus(Script Script, int Letters, double Share)
{
    public static ScriptCensus Take(ReadOnlySpan<char> words)
    {
        Span<int> counts = stackalloc int[Scripts.Count];
        counts.Clear();
        int all = 0;
        foreach (char c in words)
        {
            Script script = Scripts.Of(c);
            if (script != Script.None)
            {
                int weight = Scripts.Weight(script);
                counts[(int)script] += weight;
                all += weight;
            }
        }

        MergeHan(counts);
        int first = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            first = counts[i] > counts[first] ? i : first;
        }

        return new ScriptCensus((Script)first, counts[first], all == 0 ? 0 : (double)counts[first] / all);
    }

    /// <summary>Han is written in Japanese with kana, and now and then in Korean: it goes to whom it stands with.</summary>
    private static void MergeHan(Span<int> counts)
    {
        int han = counts[(int)Script.Han];
        int kana = counts[(int)Script.Kana];
        int hangul = counts[(int)Script.Hangul];
        Script owner = kana > DetectorLimits.MinKanaShare * (kana + (han / DetectorLimits.IdeographWeight)) ? Script.Kana
            : hangul > han ? Script.Hangul
            : Script.Han;
        if (owner != Script.Han)
        {
            counts[(int)owner] += han;
            counts[(int)Script.Han] = 0;
        }
        else
        {
            counts[(int)Script.Han] += kana;
            counts[(int)Script.Kana] = 0;
        }
    }
}
