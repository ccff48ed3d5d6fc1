using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsMesh.Ingest;

/// <summary>What text in one language looks like when it is read in the right character set.</summary>
/// <param name="Charset">The .NET name.</param>
/// <param name="Frequent">Lower-case letters or signs beyond ASCII that make up most of such text.</param>
/// <param name="First">First code point of the language's wider range.</param>
/// <param name="Last">Last code point of that range.</param>
internal sealed record CharsetProfile(string Charset, string Frequent, int First, int Last)
{
    // Upper case is rarer: among Cyrillic encodings this alone tells them apart, since they swap the cases of each other.
    private const double UpperCase = 0.25;

    // Signs of the right script that are not frequent: common in a right reading, but a wrong one hits them by chance.
    private const double InRange = 0.3;

    // Quotation marks and dashes sit at the same bytes in all Windows code pages: they speak for these, not for one.
    private const double Punctuation = 0.5;

    // Holes and control characters speak against a reading more than a frequent letter speaks for it.
    private const double Damage = -2;

    private readonly FrozenSet<int> _frequent = Frequent.EnumerateRunes().Select(rune => rune.Value).ToFrozenSet();

    public double Weight(Rune rune)
    {
        if (_frequent.Contains(rune.Value))
        {
            return 1;
        }

        if (rune.Value is 0xFFFD or < 0xA0 || Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse)
        {
            return Damage;
        }

        if (rune.Value is >= 0x2013 and <= 0x2026 and not 0x201A or 0xA0 or 0xAB or 0xBB)
        {
            return Punctuation;
        }

        if (_frequent.Contains(Rune.ToLowerInvariant(rune).Value))
        {
            return UpperCase;
        }

        return rune.Value >= First && rune.Value <= Last ? InRange : 0;
    }
}
