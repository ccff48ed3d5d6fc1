namespace NewsMesh.Ingest;

/// <summary>Settles an article's language from what was submitted, what the text looks like and what the page says.</summary>
internal sealed class LanguageChoice(ILanguageGuesser guesser)
{
    /// <summary>UTF-16 units of text that the guess is made from: the guess is sure long before, a long page costs no more.</summary>
    public const int SampleLength = 20_000;

    // Templates are copied from site to site with their lang attribute, so text is believed first, if there is enough of
    // it: menus and a headline in another language than the article's stay below this.
    private const int EnoughText = 200;

    /// <summary>An ISO 639-1 code, or "und".</summary>
    /// <param name="submitted">The submitter's tag, which is believed if it is one.</param>
    /// <param name="declared">The lang attribute of the page.</param>
    /// <param name="text">Visible text.</param>
    public string Choose(string? submitted, string? declared, string text)
    {
        if (LanguageCodes.FromTag(submitted) is { } said)
        {
            return said;
        }

        var attribute = LanguageCodes.FromTag(declared);
        if (attribute is not null && text.Length < EnoughText)
        {
            return attribute;
        }

        var sample = text.Length > SampleLength ? text[..SampleLength] : text;
        return LanguageCodes.FromTag(guesser.Guess(sample)) ?? attribute ?? LanguageCodes.Unknown;
    }
}
