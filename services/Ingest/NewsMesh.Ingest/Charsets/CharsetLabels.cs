using System.Buffers;
using System.Collections.Frozen;

namespace NewsMesh.Ingest;

/// <summary>Labels of character sets as pages write them (WHATWG Encoding §4.2), and the name .NET reads them under.</summary>
internal static class CharsetLabels
{
    // .NET name: labels. As in the standard, Latin-1 and ASCII mean windows-1252, GB2312 means GB18030, EUC-KR means its
    // superset (code page 949). Encodings that .NET lacks (ISO-8859-10, -14, -16) count as not declared.
    private const string Table = """
        utf-8: utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8
        utf-16le: utf-16 unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff
        utf-16be: unicodefffe
        windows-1252: iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 l1 ascii us-ascii ansi_x3.4-1968 cp1252 x-cp1252
        windows-1252: cp819 ibm819 ansi x-user-defined
        windows-1250: cp1250 x-cp1250
        windows-1251: cp1251 x-cp1251 win-1251
        windows-1253: cp1253 x-cp1253
        windows-1254: cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5
        windows-1255: cp1255 x-cp1255
        windows-1256: cp1256 x-cp1256
        windows-1257: cp1257 x-cp1257
        windows-1258: cp1258 x-cp1258
        windows-874: dos-874 tis-620 iso-8859-11 iso8859-11 iso885911
        iso-8859-2: iso8859-2 iso88592 iso_8859-2 latin2 l2
        iso-8859-3: iso8859-3 iso88593 iso_8859-3 latin3 l3
        iso-8859-4: iso8859-4 iso88594 iso_8859-4 latin4 l4
        iso-8859-5: iso8859-5 iso88595 iso_8859-5 cyrillic
        iso-8859-6: iso8859-6 iso88596 iso_8859-6 arabic iso-8859-6-e iso-8859-6-i
        iso-8859-7: iso8859-7 iso88597 iso_8859-7 greek greek8
        iso-8859-8: iso8859-8 iso88598 iso_8859-8 hebrew iso-8859-8-e
        iso-8859-8-i: logical
        iso-8859-13: iso8859-13 iso885913
        iso-8859-15: iso8859-15 iso885915 iso_8859-15 latin9 l9
        koi8-r: koi koi8 koi8_r
        koi8-u: koi8-ru
        macintosh: mac x-mac-roman
        x-mac-cyrillic: x-mac-ukrainian
        cp866: ibm866 866
        gb18030: gbk gb2312 gb_2312 gb_2312-80 x-gbk chinese iso-ir-58 cp936
        big5: big5-hkscs cn-big5 x-x-big5 csbig5
        shift_jis: shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis
        euc-jp: x-euc-jp cseucpkdfmtjapanese
        iso-2022-jp: csiso2022jp
        ks_c_5601-1987: euc-kr cseuckr korean ks_c_5601-1989 ksc5601 ksc_5601 windows-949 iso-ir-149
        """;

    private static readonly FrozenDictionary<string, string> Names = Parse().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t;,\"'");

    /// <summary>The .NET name of a label; null for none and for unknown ones.</summary>
    public static string? Resolve(string? label) => label is null ? null : Names.GetValueOrDefault(label.Trim());

    /// <summary>The same for a label inside the page: one that could be read as ASCII is not UTF-16, so it is UTF-8.</summary>
    public static string? InMarkup(string? label) => Resolve(label) switch
    {
        "utf-16le" or "utf-16be" => CharsetDetector.Utf8,
        var name => name,
    };

    /// <summary>The value of the charset parameter of a content type, without quotes; null where there is none.</summary>
    public static string? InContentType(string? contentType)
    {
        const string name = "charset";
        var rest = contentType.AsSpan();
        while (rest.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var index)
        {
            rest = rest[(index + name.Length)..].TrimStart();
            if (rest.Length > 1 && rest[0] == '=')
            {
                var value = rest[1..].TrimStart().TrimStart("\"'");
                var end = value.IndexOfAny(ValueEnds);
                return (end < 0 ? value : value[..end]).ToString();
            }
        }

        return null;
    }

    /// <summary>Every name that <see cref="Resolve"/> can give.</summary>
    internal static IEnumerable<string> Known => Names.Values.Distinct();

    private static IEnumerable<KeyValuePair<string, string>> Parse()
    {
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = line[..colon];
            foreach (var label in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(name))
            {
                yield return new(label, name);
            }
        }
    }
}
