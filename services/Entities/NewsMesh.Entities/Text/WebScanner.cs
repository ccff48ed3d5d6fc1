using System.Buffers;

namespace NewsMesh.Entities.Text;

/// <summary>Keeps web addresses whole, less the punctuation that ends a sentence after them.</summary>
internal static class WebScanner
{
    private static readonly string[] Prefixes = ["http://", "https://", "www."];
    private static readonly SearchValues<char> Trailing = SearchValues.Create(".,;:!?)]}'\"\u2019\u201D*_~");
    private static readonly SearchValues<char> Stops = SearchValues.Create("<>\"\u201C\u201D|");

    public static bool TryScan(string text, int start, out int end)
    {
        end = start;
        var prefix = PrefixLength(text, start);
        if (prefix == 0)
        {
            return false;
        }

        var stop = start + prefix;
        while (stop < text.Length && !Stops.Contains(text[stop]) && CharClass.At(text, stop, out var length) != CharClass.Kind.Space)
        {
            stop += length;
        }

        var kept = text.AsSpan(start, stop - start).LastIndexOfAnyExcept(Trailing) + 1;
        end = start + kept;
        return kept > prefix;
    }

    private static int PrefixLength(string text, int start)
    {
        if (text[start] is not ('h' or 'H' or 'w' or 'W'))
        {
            return 0;
        }

        foreach (var prefix in Prefixes)
        {
            if (string.Compare(text, start, prefix, 0, prefix.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return prefix.Length;
            }
        }

        return 0;
    }
}
