using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Stories;

/// <summary>How often an article has each term (hashed to 32 bits), by where and how it is written.</summary>
internal sealed class ArticleTerms
{
    /// <summary>Sets names apart from the same words elsewhere: they have frequencies of their own.</summary>
    private const uint NameSalt = 0x5BD1E995;

    private uint _lastName;

    public ArticleTerms(string title, string text, StoryParameters parameters)
    {
        WordReader.Read(title, parameters.MaxCharacters, (word, _, _, _) =>
        {
            var term = Term(word);
            Count(All, term, parameters.TitleWeight);
            Title[term] = 1;
            Count(Lead, term);
            if (char.IsAsciiDigit(word[0]))
                Count(Figures, term);
        });
        WordReader.Read(text, parameters.MaxCharacters, (word, isName, followsName, position) =>
        {
            var term = Term(word);
            Count(All, term);
            if (position <= parameters.LeadLength)
                Count(Lead, term);
            if (char.IsAsciiDigit(word[0]))
                Count(Figures, term);
            var name = RollingHash.HashWhole(word) ^ NameSalt;
            if (isName)
            {
                Count(Names, name);
                // Full names tell people of one name apart.
                if (followsName)
                    Count(Names, (_lastName * 31) + name);
            }

            _lastName = name;
        });
    }

    /// <summary>Words of title and text; those of the title count several times.</summary>
    public Dictionary<uint, int> All { get; } = [];

    public Dictionary<uint, int> Title { get; } = [];

    /// <summary>Words and pairs of words with capitals within sentences.</summary>
    public Dictionary<uint, int> Names { get; } = [];

    /// <summary>Words of the title and the start of the text.</summary>
    public Dictionary<uint, int> Lead { get; } = [];

    public Dictionary<uint, int> Figures { get; } = [];

    private static void Count(Dictionary<uint, int> counts, uint term, int by = 1) => counts[term] = counts.GetValueOrDefault(term) + by;

    private static uint Term(ReadOnlySpan<char> word) => RollingHash.HashWhole(Stem(word));

    /// <summary>Without the commonest endings of English: reports of one event differ in tense and number.</summary>
    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) =>
        word.Length > 5 && word.EndsWith("ing") ? word[..^3]
        : word.Length > 4 && (word.EndsWith("ed") || word.EndsWith("es")) ? word[..^2]
        : word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1]
        : word;
}
