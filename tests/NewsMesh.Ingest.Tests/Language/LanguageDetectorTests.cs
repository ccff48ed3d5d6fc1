using System.Globalization;
using NewsMesh.Ingest.Language;

namespace NewsMesh.Ingest.Tests.Language;

public sealed class LanguageDetectorTests
{
    private static readonly LanguageDetector Detector = LanguageDetector.Load();

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("2024-11-05 12:30, 3.141592653589793 / 1,000,000 (98%)")]
    [InlineData("😀🎉🚀 👩‍👩‍👧 🇩🇪 ❤️")]
    [InlineData("NATO")]
    [InlineData("https://example.org/the/government/has/said/that/the/vote/is/over")]
    [InlineData("&nbsp;&eacute;&#8217;&amp;&nbsp;&copy;&quot;")]
    [InlineData("\uD800\uDC00\uD800 \uDFFF\uD83D")]
    [InlineData("xqzv wkrtp bbnmq zzxkj qwfpg vvbnx kkjhq ttrwq xzxqv")]
    public void Text_without_a_language_is_undetermined_with_confidence_zero(string text) =>
        Assert.Equal(new LanguageGuess("und", 0), Detector.Detect(text));

    [Fact]
    public void Null_is_refused() =>
        Assert.Throws<ArgumentNullException>(() => Detector.Detect(null!));

    [Fact]
    public void Text_half_in_one_script_and_half_in_another_is_undetermined()
    {
        string mixed = LabelledTexts.Paragraph("ru")[..100] + LabelledTexts.Paragraph("en")[..100];

        Assert.Equal(LanguageGuess.Unknown, Detector.Detect(mixed));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("ja")]
    [InlineData("ar")]
    public void A_foreign_name_in_the_text_does_not_change_its_language(string language)
    {
        string text = LabelledTexts.Paragraph(language) + " (Microsoft, Apple)";

        Assert.Equal(language, Detector.Detect(text).Language);
    }

    [Fact]
    public void A_short_quotation_in_another_language_does_not_change_the_language()
    {
        string text = LabelledTexts.Paragraph("de") + " »The show must go on«, sagte er.";

        Assert.Equal("de", Detector.Detect(text).Language);
    }

    [Fact]
    public void References_tags_and_addresses_do_not_count()
    {
        string noise = "<a href=\"the-house-of-the-rising-sun\">&nbsp;&amp;&hellip; @thepresident www.theguardian.example/this-is-the-news ";
        string text = string.Concat(Enumerable.Repeat(noise, 10)) + LabelledTexts.Paragraph("fi");

        Assert.Equal(Detector.Detect(LabelledTexts.Paragraph("fi")), Detector.Detect(text));
    }

    [Fact]
    public void Lone_surrogates_do_not_disturb_the_text_around_them()
    {
        string text = LabelledTexts.Paragraph("pl");

        Assert.Equal(Detector.Detect(text), Detector.Detect("\uDC00" + text + "\uD800"));
    }

    [Fact]
    public void Only_the_head_of_a_long_text_counts()
    {
        string head = string.Concat(Enumerable.Repeat(LabelledTexts.Paragraph("sv") + " ", 30))[..4096];
        string tail = new('я', 10 * 1024 * 1024);

        Assert.Equal(Detector.Detect(head), Detector.Detect(head + tail));
    }

    [Fact]
    public void Ten_megabytes_without_a_letter_are_undetermined() =>
        Assert.Equal(LanguageGuess.Unknown, Detector.Detect(new string('=', 10 * 1024 * 1024)));

    [Fact]
    public void Decomposed_accents_do_not_change_the_language() =>
        Assert.Equal("fr", Detector.Detect(LabelledTexts.Paragraph("fr").Normalize(System.Text.NormalizationForm.FormD)).Language);

    [Fact]
    public void Romanian_is_told_with_comma_and_with_cedilla_letters_alike()
    {
        string comma = LabelledTexts.Paragraph("ro");
        string cedilla = comma.Replace('ș', 'ş').Replace('ț', 'ţ');

        Assert.NotEqual(comma, cedilla);
        Assert.Equal(Detector.Detect(comma), Detector.Detect(cedilla));
    }

    [Fact]
    public void The_culture_of_the_thread_changes_nothing()
    {
        string text = LabelledTexts.Paragraph("tr").ToUpperInvariant();
        LanguageGuess invariant = Detector.Detect(text);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(invariant, Detector.Detect(text));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Many_threads_get_the_answers_that_one_gets()
    {
        string[] texts = [.. LabelledTexts.Paragraphs.Select(t => t.Text)];
        LanguageGuess[] expected = [.. texts.Select(Detector.Detect)];
        var answers = new LanguageGuess[texts.Length * 8];

        Parallel.For(0, answers.Length, i => answers[i] = Detector.Detect(texts[i % texts.Length]));

        Assert.Equal(Enumerable.Repeat(expected, 8).SelectMany(e => e), answers);
    }

    [Fact]
    public void Confidence_is_a_share_and_grows_with_the_text()
    {
        string text = LabelledTexts.Paragraph("es");
        double shorter = Detector.Detect(text[..30]).Confidence;
        double longer = Detector.Detect(text).Confidence;

        Assert.InRange(shorter, 0, longer);
        Assert.InRange(longer, shorter, 1);
    }

    [Fact]
    public void The_model_names_its_version() =>
        Assert.Matches("^[0-9]+\\.[0-9a-f]{8}$", Detector.ModelVersion);
}
