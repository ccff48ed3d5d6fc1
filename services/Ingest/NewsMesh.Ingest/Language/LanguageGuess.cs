namespace NewsMesh.Ingest.Language;

/// <summary>What language a text is in.</summary>
/// <param name="Language">ISO 639-1 code in lower case, or <see cref="Undetermined"/>.</param>
/// <param name="Confidence">0 to 1; 0 exactly when the language is undetermined.</param>
public sealed record LanguageGuess(string Language, double Confidence)
{
    /// <summary>ISO 639-2's code for a text whose language is not known.</summary>
    public const string Undetermined = "und";

    public static LanguageGuess Unknown { get; } = new(Undetermined, 0);
}
