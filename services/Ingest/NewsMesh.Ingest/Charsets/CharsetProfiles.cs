namespace NewsMesh.Ingest;

/// <summary>The candidates of <see cref="CharsetGuess"/>; of equal ones the first wins, so the commonest stand first.</summary>
/// <remarks>
/// For Latin alphabets the letters are those beyond ASCII; for other alphabets the commonest dozen or two, since several of
/// these encodings fill the same bytes and only the frequencies differ; the Chinese, Japanese and Korean ones are the signs that any text in
/// the language is full of (particles, pronouns, endings, words of the news). Adding a frequent sign to a profile makes its
/// encoding win more often, over its neighbours too.
/// </remarks>
internal static class CharsetProfiles
{
    private const string Kana =
        "のにはをたがでとしれさあいうえおかきくけこすせそちつてなぬねひふへほまみむめもやゆよらりるろわんっゃゅょ"
        + "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽアイウエオカキクケコサシスセソタチツテトナニネノハヒフヘホマミムメモ"
        + "ヤユヨラリルレロワンガギグゲゴザジズゼゾダデドバビブベボパピプペポッャュョー、。「」";

    private const string Simplified =
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法"
        + "所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政"
        + "日月市新，。、";

    private const string Traditional =
        "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法"
        + "所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政"
        + "日月市新，。、";

    private const string Hangul =
        "이다는에의을가를은한고지기도로사대하인어자그나리시있서아정으일해전수과부여들보것장주제상원성국경했무화장조중만연위구우"
        + "동라선오면비스세유교민개";

    private const string Cyrillic = "оеаинтсрвлкмдпуяыі";

    public static IReadOnlyList<CharsetProfile> All { get; } =
    [
        Latin("windows-1252", "éèêàâçùûîïôëœ"), // French
        Latin("windows-1252", "áéíóúñü¿¡"), // Spanish
        Latin("windows-1252", "äöüß"), // German
        Latin("windows-1252", "ãáâàçéêíóõôú"), // Portuguese
        Latin("windows-1252", "àèéìòù"), // Italian
        Latin("windows-1252", "åäöæøéü"), // Nordic
        Latin("windows-1250", "ąćęłńóśźż"), // Polish
        Latin("windows-1250", "áčďéěíňóřšťúůýž"), // Czech
        Latin("windows-1250", "áäčďéíĺľňóôŕšťúýž"), // Slovak
        Latin("windows-1250", "áéíóöőúüű"), // Hungarian
        Latin("windows-1250", "čćđšž"), // Croatian, Slovene
        Latin("windows-1250", "ăâîşţ"), // Romanian
        Latin("iso-8859-2", "ąćęłńóśźż"),
        Latin("iso-8859-2", "áčďéěíňóřšťúůýž"),
        Latin("iso-8859-2", "čćđšž"),
        Latin("windows-1254", "çğıöşüâî"), // Turkish
        Latin("windows-1257", "ąčęėįšųūžāēģīķļņ"), // Lithuanian, Latvian
        new("windows-1251", Cyrillic, 0x430, 0x45F),
        new("koi8-r", Cyrillic, 0x430, 0x45F),
        new("iso-8859-5", Cyrillic, 0x430, 0x45F),
        new("windows-1253", "αοιετσνηυρπκλμςάόίέή", 0x3AC, 0x3CE),
        new("windows-1255", "יוהלאמרתבשנ", 0x590, 0x5FF),
        new("windows-1256", "اليمونترعبدسفهة", 0x600, 0x6FF),
        new("windows-874", "านรอกเ่งมยลวด้ทสตัีิะ", 0xE01, 0xE5B),
        new("shift_jis", Kana, 0x4E00, 0x9FFF),
        new("euc-jp", Kana, 0x4E00, 0x9FFF),
        new("gb18030", Simplified, 0x4E00, 0x9FFF),
        new("big5", Traditional, 0x4E00, 0x9FFF),
        new("ks_c_5601-1987", Hangul, 0xAC00, 0xD7A3),
    ];

    // Latin letters of other languages are no evidence, so there is no wider range.
    private static CharsetProfile Latin(string charset, string letters) => new(charset, letters, 0, -1);
}
