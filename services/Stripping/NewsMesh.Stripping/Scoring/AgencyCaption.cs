namespace NewsMesh.Stripping.Scoring;

/// <summary>Tells captions as English-speaking news agencies write them: “FILE - …”, “In this May 4, 2019, photo, …”.</summary>
internal static class AgencyCaption
{
    private const int Longest = 700;

    // Where the picture is spoken of: later in the text it is the article's matter.
    private const int Reach = 110;

    private static readonly string[] Files = ["FILE -", "FILE –", "FILE —"];
    private static readonly string[] Beginnings = ["In this ", "This "];

    private static readonly PhraseSet Pictures = new(
        " photo,", " file photo", " photo provided", " photo made available", " photo released", " photo taken", " photo from ", " photo shows",
        " image made from", " image provided", " image released", " frame grab");

    public static bool Is(string text) => text.Length <= Longest
        && (StartsWith(text, Files) || (StartsWith(text, Beginnings) && Pictures.IsIn(text.AsSpan(0, Math.Min(text.Length, Reach)))));

    private static bool StartsWith(string text, string[] beginnings) => Array.Exists(beginnings, beginning => text.StartsWith(beginning, StringComparison.Ordinal));
}
