namespace NewsMesh.Ingest.Tests;

/// <summary>Says the same language for every text, and keeps what it was asked.</summary>
internal sealed class FixedGuesser(string language) : ILanguageGuesser
{
    public string? Asked { get; private set; }

    public string Guess(string text)
    {
        Asked = text;
        return language;
    }
}
