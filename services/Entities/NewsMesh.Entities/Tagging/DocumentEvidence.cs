namespace NewsMesh.Entities.Tagging;

/// <summary>
/// What the whole document tells about a word: whether it is also written small, whether it follows a title or precedes
/// "said" anywhere. A name is introduced in full once and mentioned bare later.
/// </summary>
internal sealed class DocumentEvidence
{
    private readonly Dictionary<string, Hints> _hints = new(StringComparer.Ordinal);

    public DocumentEvidence(IReadOnlyList<SentenceView> sentences)
    {
        foreach (var sentence in sentences)
        {
            if (!sentence.IsAllCaps)
            {
                Collect(sentence);
            }
        }
    }

    [Flags]
    public enum Hints : ushort
    {
        None = 0,
        SeenSmall = 1,
        SeenCapitalizedInside = 2,
        AfterTitle = 4,
        AfterGivenName = 8,
        BeforeSpeech = 16,
        AfterPlacePreposition = 32,
        BeforeOrganizationWord = 64,
        BeforeSurname = 128,
        AfterThe = 256,
    }

    public static int Bits => 9;

    public Hints Of(string lower) => _hints.GetValueOrDefault(lower);

    private void Collect(SentenceView s)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Words[i].Length == 0 || !char.IsLetter(s.Words[i][0]))
            {
                continue;
            }

            var hints = s.IsCapitalized(i) ? CapitalizedHints(s, i) : Hints.SeenSmall;
            if (hints != Hints.None)
            {
                _hints[s.Lower[i]] = Of(s.Lower[i]) | hints;
            }
        }
    }

    private static Hints CapitalizedHints(SentenceView s, int i)
    {
        var hints = Hints.None;
        if (i > 0)
        {
            var before = s.Gazetteer[i - 1];
            hints |= !s.IsCapitalized(i - 1) && s.Words[i - 1] is [.., var last] && char.IsLower(last) ? Hints.SeenCapitalizedInside : Hints.None;
            hints |= Gazetteer.IsIn(before, "titles") && s.IsCapitalized(i - 1) ? Hints.AfterTitle : Hints.None;
            hints |= Gazetteer.IsIn(before, "given-names") && s.IsCapitalized(i - 1) ? Hints.AfterGivenName : Hints.None;
            hints |= s.Lower[i - 1] is "in" or "at" or "near" or "from" or "to" ? Hints.AfterPlacePreposition : Hints.None;
            hints |= s.Lower[i - 1] == "the" ? Hints.AfterThe : Hints.None;
        }

        if (i + 1 < s.Count)
        {
            var after = s.Gazetteer[i + 1];
            hints |= Gazetteer.IsIn(after, "speech-verbs") && !s.IsCapitalized(i + 1) ? Hints.BeforeSpeech : Hints.None;
            hints |= Gazetteer.IsIn(after, "organization-words") && s.IsCapitalized(i + 1)
                ? Hints.BeforeOrganizationWord : Hints.None;
            hints |= Gazetteer.IsIn(after, "surnames") && s.IsCapitalized(i + 1) ? Hints.BeforeSurname : Hints.None;
        }

        return hints;
    }
}
