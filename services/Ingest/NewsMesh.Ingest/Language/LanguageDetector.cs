namespace NewsMesh.Ingest.Language;

/// <summary>
/// Tells the language of a text: the script first, which often decides, then character n-grams among the languages of
/// that script. Immutable and thread-safe; the same text always gets the same answer, whatever the culture.
/// </summary>
public sealed class LanguageDetector
{
    private readonly NGramModel[] _models;

    private LanguageDetector(NGramModel[] models, string version)
    {
        _models = models;
        ModelVersion = version;
    }

    /// <summary>Names the model's content: stored with what it decided.</summary>
    public string ModelVersion { get; }

    /// <summary>ISO 639-1 codes that <see cref="Detect"/> can answer with, sorted.</summary>
    public IReadOnlyList<string> Languages =>
        [.. _models.SelectMany(m => m.Languages)
            .Concat(Enumerable.Range(Scripts.Modelled, Scripts.Count - Scripts.Modelled).Select(s => Scripts.Language((Script)s)))
            .Distinct()
            .Order(StringComparer.Ordinal)];

    /// <summary>Reads the embedded model (some milliseconds; keep the detector).</summary>
    public static LanguageDetector Load()
    {
        (NGramModel[] models, string version) = ModelFile.Read();
        return new LanguageDetector(models, version);
    }

    /// <param name="text">Plain text; only its first 4,096 UTF-16 units are read. Any content will do.</param>
    /// <returns>
    /// The language, or <see cref="LanguageGuess.Unknown"/> where the text has too few letters, is in no one script, or
    /// fits two languages about as well, or none.
    /// </returns>
    public LanguageGuess Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(text.Length, DetectorLimits.MaxLength));
        Span<char> buffer = stackalloc char[LetterBuffer.Size(DetectorLimits.MaxLength)];
        ReadOnlySpan<char> words = buffer[..LetterBuffer.Fill(head, buffer)];

        ScriptCensus census = ScriptCensus.Take(words);
        bool modelled = (int)census.Script < Scripts.Modelled;
        int needed = modelled ? DetectorLimits.MinModelledLetters : DetectorLimits.MinScriptLetters;
        if (census.Letters < needed || census.Share < DetectorLimits.MinScriptShare)
        {
            return LanguageGuess.Unknown;
        }

        return modelled
            ? ByNGrams(words, census)
            : new LanguageGuess(Scripts.Language(census.Script), census.Share);
    }

    private LanguageGuess ByNGrams(ReadOnlySpan<char> words, ScriptCensus census)
    {
        NGramModel model = _models[(int)census.Script];
        Span<int> scores = stackalloc int[model.Languages.Count];
        scores.Clear();
        int looked = NGramScorer.Score(model, words, census.Script, scores);

        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        // Softmax over the scores, relative to the best so that nothing overflows.
        double others = 0;
        foreach (int score in scores)
        {
            others += Math.Exp((score - scores[best]) / (NGramModel.StepsPerNat * DetectorLimits.EvidenceOverlap));
        }

        double confidence = census.Share / others;
        double evidence = scores[best] / (NGramModel.StepsPerNat * looked * Math.Log(scores.Length));
        return confidence < DetectorLimits.MinConfidence || evidence < DetectorLimits.MinMeanEvidence
            ? LanguageGuess.Unknown
            : new LanguageGuess(model.Languages[best], confidence);
    }
}
