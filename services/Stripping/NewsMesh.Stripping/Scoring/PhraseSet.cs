using System.Buffers;
using System.Text;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Phrases looked for anywhere in a text, whatever the case.</summary>
/// <remarks>Those in ASCII apart: they are found several times as fast, and the others cannot be in a text that is all ASCII.</remarks>
internal sealed class PhraseSet(params string[] phrases)
{
    private readonly SearchValues<string> _plain = Those(phrases, ascii: true);
    private readonly SearchValues<string> _others = Those(phrases, ascii: false);

    public bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(_plain) || (!Ascii.IsValid(text) && text.ContainsAny(_others));

    private static SearchValues<string> Those(string[] phrases, bool ascii) =>
        SearchValues.Create([.. phrases.Where(phrase => Ascii.IsValid(phrase) == ascii)], StringComparison.OrdinalIgnoreCase);
}
