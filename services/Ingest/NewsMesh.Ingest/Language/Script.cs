namespace NewsMesh.Ingest.Language;

/// <summary>Writing systems that are told apart. The first four have an n-gram model each, in the model file's order.</summary>
internal enum Script
{
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Greek,
    Hebrew,
    Armenian,
    Georgian,
    Ethiopic,
    Bengali,
    Gurmukhi,
    Gujarati,
    Oriya,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Tibetan,
    Burmese,
    Khmer,
    Hangul,
    Kana,
    Han,

    /// <summary>Not a letter, or a letter of another script: it ends a word and counts for nothing.</summary>
    None,
}
