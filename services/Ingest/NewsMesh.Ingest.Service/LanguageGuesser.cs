using NewsMesh.Ingest.Language;

namespace NewsMesh.Ingest.Service;

/// <summary>The intake's question, answered by the language model.</summary>
internal sealed class LanguageGuesser(LanguageDetector detector) : ILanguageGuesser
{
    public string Guess(string text) => detector.Detect(text).Language;
}
