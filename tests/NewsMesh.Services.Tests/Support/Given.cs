using System.Globalization;
using NewsMesh.Contracts;

namespace NewsMesh.Services.Tests.Support;

/// <summary>Articles that have nothing in common but their form.</summary>
internal static class Given
{
    private const int WordsOfText = 90;

    private static readonly string[] Syllables =
        ["ba", "der", "fin", "gol", "har", "kem", "lun", "mor", "nis", "pol", "quin", "ras", "sel", "tov", "vam", "wex", "yor", "zeb"];

    /// <summary>An English article by its address; the same number gives the same text.</summary>
    public static SubmitArticle Article(int number, string? id = null) => new()
    {
        Id = id,
        Url = $"https://harbour.example/news/{number.ToString(CultureInfo.InvariantCulture)}-story",
        Text = Text(number),
        Title = $"Mayor opens the {Word(new Random(number))} bridge",
        Language = "en",
    };

    /// <summary>A text of two paragraphs.</summary>
    public static string Text(int number)
    {
        var random = new Random(number);
        var words = Enumerable.Range(0, WordsOfText).Select(_ => Word(random));
        return $"Anna Keller of London said on Monday that the {string.Join(' ', words.Take(WordsOfText / 2))}.\n\n" +
            $"The council {string.Join(' ', words.Skip(WordsOfText / 2))}.";
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));
}
