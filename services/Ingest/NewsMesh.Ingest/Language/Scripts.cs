namespace NewsMesh.Ingest.Language;

/// <summary>Script of a UTF-16 unit, by block (Unicode Standard, Blocks.txt), and the language that a script stands for.</summary>
internal static class Scripts
{
    public const int Modelled = 4;

    public const int Count = (int)Script.None;

    // Letters and the marks written inside words; digits and punctuation of the blocks are left out.
    private static readonly (char First, char Last, Script Script)[] Blocks =
    [
        ('A', 'Z', Script.Latin), ('a', 'z', Script.Latin),
        ('\u00C0', '\u00D6', Script.Latin), ('\u00D8', '\u00F6', Script.Latin), ('\u00F8', '\u024F', Script.Latin),
        ('\u0259', '\u0259', Script.Latin),
        ('\u0370', '\u0373', Script.Greek), ('\u0376', '\u0377', Script.Greek), ('\u0386', '\u0386', Script.Greek),
        ('\u0388', '\u03FF', Script.Greek),
        ('\u0400', '\u052F', Script.Cyrillic),
        ('\u0531', '\u0556', Script.Armenian), ('\u0561', '\u0587', Script.Armenian),
        ('\u05B0', '\u05EA', Script.Hebrew),
        ('\u0620', '\u065F', Script.Arabic), ('\u066E', '\u06D3', Script.Arabic), ('\u06FA', '\u06FF', Script.Arabic),
        ('\u0900', '\u0963', Script.Devanagari), ('\u0971', '\u097F', Script.Devanagari),
        ('\u0980', '\u09E3', Script.Bengali), ('\u09F0', '\u09F1', Script.Bengali),
        ('\u0A00', '\u0A5E', Script.Gurmukhi), ('\u0A70', '\u0A75', Script.Gurmukhi),
        ('\u0A80', '\u0AE3', Script.Gujarati),
        ('\u0B00', '\u0B63', Script.Oriya),
        ('\u0B80', '\u0BD7', Script.Tamil),
        ('\u0C00', '\u0C63', Script.Telugu),
        ('\u0C80', '\u0CE3', Script.Kannada),
        ('\u0D00', '\u0D63', Script.Malayalam), ('\u0D7A', '\u0D7F', Script.Malayalam),
        ('\u0D80', '\u0DDF', Script.Sinhala),
        ('\u0E01', '\u0E3A', Script.Thai), ('\u0E40', '\u0E4E', Script.Thai),
        ('\u0E80', '\u0ECD', Script.Lao),
        ('\u0F40', '\u0FBC', Script.Tibetan),
        ('\u1000', '\u103F', Script.Burmese), ('\u1050', '\u108F', Script.Burmese),
        ('\u10A0', '\u10FA', Script.Georgian), ('\u10FC', '\u10FF', Script.Georgian),
        ('\u1100', '\u11FF', Script.Hangul),
        ('\u1200', '\u135F', Script.Ethiopic),
        ('\u1780', '\u17D3', Script.Khmer),
        ('\u1C90', '\u1CBF', Script.Georgian),
        ('\u1E00', '\u1EFF', Script.Latin),
        ('\u1F00', '\u1FFF', Script.Greek),
        ('\u3041', '\u3096', Script.Kana), ('\u30A1', '\u30FA', Script.Kana),
        ('\u3400', '\u4DBF', Script.Han), ('\u4E00', '\u9FFF', Script.Han),
        ('\uAC00', '\uD7A3', Script.Hangul),
        ('\uF900', '\uFAFF', Script.Han),
    ];

    public static Script Of(char c)
    {
        int low = 0;
        int high = Blocks.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            if (c < Blocks[middle].First)
            {
                high = middle - 1;
            }
            else if (c > Blocks[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return Blocks[middle].Script;
            }
        }

        return Script.None;
    }

    public static int Weight(Script script) =>
        script is Script.Han or Script.Hangul ? DetectorLimits.IdeographWeight : 1;

    /// <summary>The language of a script that news is written in by one language alone, or by one far before others.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The script has a model, or is none.</exception>
    public static string Language(Script script) => script switch
    {
        Script.Greek => "el",
        Script.Hebrew => "he",
        Script.Armenian => "hy",
        Script.Georgian => "ka",
        Script.Ethiopic => "am",
        Script.Bengali => "bn",
        Script.Gurmukhi => "pa",
        Script.Gujarati => "gu",
        Script.Oriya => "or",
        Script.Tamil => "ta",
        Script.Telugu => "te",
        Script.Kannada => "kn",
        Script.Malayalam => "ml",
        Script.Sinhala => "si",
        Script.Thai => "th",
        Script.Lao => "lo",
        Script.Tibetan => "bo",
        Script.Burmese => "my",
        Script.Khmer => "km",
        Script.Hangul => "ko",
        Script.Kana => "ja",
        Script.Han => "zh",
        _ => throw new ArgumentOutOfRangeException(nameof(script), script, "no single language"),
    };
}
