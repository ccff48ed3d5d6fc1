using System.Reflection;

namespace NewsMesh.Ingest.Tests.Language;

/// <summary>languages.tsv: news-like texts written for this test, and never part of what the model is built from.</summary>
internal static class LabelledTexts
{
    private const int LongestHeadline = 80;

    public static IReadOnlyList<LabelledText> Headlines { get; } = [.. Read().Where(t => t.Text.Length <= LongestHeadline)];

    public static IReadOnlyList<LabelledText> Paragraphs { get; } = [.. Read().Where(t => t.Text.Length > LongestHeadline)];

    public static string Paragraph(string language) => Paragraphs.First(t => t.Language == language).Text;

    private static IEnumerable<LabelledText> Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("languages.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            yield return new LabelledText(cells[0], cells[1]);
        }
    }
}

internal sealed record LabelledText(string Language, string Text);
