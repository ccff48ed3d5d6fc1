using System.Collections.Frozen;

namespace NewsMesh.Ingest;

/// <summary>ISO 639-1 codes out of BCP 47 tags.</summary>
internal static class LanguageCodes
{
    public const string Unknown = "und";

    private static readonly FrozenSet<string> Iso639 = """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
        et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki
        kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no
        nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te
        tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // Codes that ISO withdrew and that older systems still write.
    private static readonly FrozenDictionary<string, string> Withdrawn = new Dictionary<string, string>
    {
        ["iw"] = "he",
        ["in"] = "id",
        ["ji"] = "yi",
        ["jw"] = "jv",
        ["mo"] = "ro",
        ["sh"] = "sr",
    }.ToFrozenDictionary();

    /// <summary>The lower-case primary language of a tag such as "en-GB" or "pt_BR"; null where it has no ISO 639-1 code.</summary>
    public static string? FromTag(string? tag)
    {
        var trimmed = tag.AsSpan().Trim();
        var end = trimmed.IndexOfAny('-', '_');
        var primary = end < 0 ? trimmed : trimmed[..end];
        if (primary.Length != 2)
        {
            return null;
        }

        var code = primary.ToString().ToLowerInvariant();
        return Iso639.Contains(code) ? code : Withdrawn.GetValueOrDefault(code);
    }
}
