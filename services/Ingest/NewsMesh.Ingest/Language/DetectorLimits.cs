namespace NewsMesh.Ingest.Language;

/// <summary>The tuned numbers of <see cref="LanguageDetector"/>.</summary>
internal static class DetectorLimits
{
    /// <summary>Only this many UTF-16 units of a text are read; accuracy is flat long before, time is linear in it.</summary>
    public const int MaxLength = 4096;

    /// <summary>Letters needed where the script has several languages; below, a name or an acronym decides.</summary>
    public const int MinModelledLetters = 12;

    /// <summary>Letters needed where the script gives the language away: two Thai or Chinese letters can be a logo.</summary>
    public const int MinScriptLetters = 4;

    /// <summary>A Han character or a Hangul syllable is counted as this many letters: it says about as much.</summary>
    public const int IdeographWeight = 3;

    /// <summary>The leading script's share of all letters; a text that is half and half has no one language.</summary>
    public const double MinScriptShare = 0.6;

    /// <summary>
    /// Japanese prose is half kana, Chinese has none but in quoted names: over this share of kana among kana and Han
    /// the text is Japanese.
    /// </summary>
    public const double MinKanaShare = 0.1;

    /// <summary>Words longer than this are cut, as when the model is built: it bounds nothing but nonsense.</summary>
    public const int LongestWord = 40;

    /// <summary>Longest n-gram of the model, word boundary included.</summary>
    public const int LongestGram = 5;

    /// <summary>
    /// Overlapping n-grams repeat one another's evidence, about once per n-gram length, and letters of a word predict
    /// one another: the log ratios are divided by this. Smaller makes every answer certain, larger withholds right ones.
    /// </summary>
    public const double EvidenceOverlap = 8;

    /// <summary>Below this a runner-up is about as likely as the answer, which is then withheld.</summary>
    public const double MinConfidence = 0.5;

    /// <summary>
    /// Mean log ratio per n-gram of the best language, as a share of the most it can be (ln of the number of
    /// languages): letter soup is below.
    /// </summary>
    public const double MinMeanEvidence = 0.02;
}
