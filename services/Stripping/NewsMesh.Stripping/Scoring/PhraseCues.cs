using System.Collections.Frozen;
using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Tells lines of boilerplate by how they begin, in the languages of <see cref="PhraseTable"/>.</summary>
internal static class PhraseCues
{
    // Longer blocks that begin so are prose about the thing.
    private const int LongestLabel = 60;
    private const int LongestNotice = 260;
    private const int LongestCaption = 500;
    private const int LongestConsent = 1200;
    private const int LongestModeration = 600;

    private static readonly PhraseSet Credits = new(PhraseTable.Credits);
    private static readonly PhraseSet Mailing = new(PhraseTable.Mailing);
    private static readonly PhraseSet CommentWords = new(PhraseTable.CommentWords);
    private static readonly PhraseSet Moderation = new(PhraseTable.Moderation);
    private static readonly PhraseSet Consent = new(PhraseTable.Consent);
    private static readonly FrozenDictionary<string, string[]> Notices = ByFirstWord(PhraseTable.Notices);
    private static readonly FrozenDictionary<string, string[]> Labels = ByFirstWord(PhraseTable.Labels);
    private static readonly FrozenDictionary<string, string[]> Enders = ByFirstWord(PhraseTable.Enders);
    private static readonly FrozenDictionary<string, string[]> Comments = ByFirstWord(PhraseTable.Comments);

    /// <summary>All that the phrases of a block tell.</summary>
    public static Cues Of(string text) =>
        (IsBoilerplate(text) ? Cues.Notice : Cues.None) | (OpensComments(text) ? Cues.Comments | Cues.Ender : Ends(text) ? Cues.Ender : Cues.None);

    /// <summary>Whether the block is a request, a notice or a label of the site, not of the article.</summary>
    public static bool IsBoilerplate(string text) =>
        IsCredit(text) || IsOffer(text) || IsModeration(text)
        || (text.Length <= LongestNotice && Begins(Notices, text, whole: false))
        || (text.Length <= LongestLabel && Begins(Labels, text, whole: true));

    /// <summary>Whether the block names the owner of a picture, perhaps after a sentence on what it shows.</summary>
    public static bool NamesPicture(string text) =>
        text.Length <= LongestCaption && Credits.IsIn(text);

    // "Jane Doe/Getty Images", "(AP Photo/Jane Doe)", "(Image: Jane Doe)"
    private static bool IsCredit(string text) =>
        text.Length <= LongestLabel && !TextMeasure.EndsSentence(text) && NamesPicture(text);

    /// <summary>Whether the block asks for consent to cookies or offers a newsletter: no article speaks so.</summary>
    public static bool IsOffer(string text) => IsConsent(text) || IsMailing(text);

    // Offers of a newsletter begin in any way; what they have in common is where it arrives and how to be rid of it.
    private static bool IsMailing(string text) =>
        text.Length <= LongestNotice && Mailing.IsIn(text);

    private static bool IsModeration(string text) =>
        text.Length <= LongestModeration && CommentWords.IsIn(text) && Moderation.IsIn(text);

    // Consent texts are long, and read as prose; an article on cookies does not speak of "this website" in each paragraph.
    private static bool IsConsent(string text) =>
        text.Length <= LongestConsent
        && text.Contains("cookie", StringComparison.OrdinalIgnoreCase)
        && Consent.IsIn(text);

    private static bool Ends(string text) => text.Length <= LongestLabel && Begins(Enders, text, whole: true);

    private static bool OpensComments(string text) => text.Length <= LongestLabel && Begins(Comments, text, whole: true);

    private static bool Begins(FrozenDictionary<string, string[]> table, string text, bool whole)
    {
        var plain = text.AsSpan().TrimStart("-–—*•»›>|[( #0123456789");
        var space = plain.IndexOfAny(" :");
        var first = space < 0 ? plain : plain[..space];
        Span<char> lower = stackalloc char[LongestLabel];
        if (first.Length > lower.Length)
            return false;
        var word = lower[..first.ToLowerInvariant(lower)].TrimEnd(".,!?…");
        if (!table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var phrases))
            return false;
        foreach (var phrase in phrases)
        {
            if (!plain.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = plain[phrase.Length..];
            // Whole: "Comments (12):", "Share this!"
            if (whole ? !TextMeasure.HasLetter(rest) : rest.Length == 0 || !char.IsLetter(rest[0]))
                return true;
        }

        return false;
    }

    private static FrozenDictionary<string, string[]> ByFirstWord(IEnumerable<string> phrases) =>
        phrases.GroupBy(p => p.Split(' ')[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
}
