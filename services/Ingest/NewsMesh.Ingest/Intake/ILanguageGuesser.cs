namespace NewsMesh.Ingest;

/// <summary>Tells the language of running text.</summary>
public interface ILanguageGuesser
{
    /// <summary>The ISO 639-1 code of the language of <paramref name="text"/>, or "und" when it is not sure.</summary>
    string Guess(string text);
}
