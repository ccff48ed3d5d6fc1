using System.Globalization;
using System.Text;
using NewsMesh.Contracts;

namespace NewsMesh.Benchmarks.Articles;

/// <summary>Made-up pages of about a news page's size and make: the same seed gives the same pages.</summary>
internal static class SyntheticPages
{
    private const int Paragraphs = 14;
    private const int SentencesPerParagraph = 4;
    private const int Links = 120;

    private static readonly string[] Subjects =
        ["The council", "Maria Petersen", "A spokesman for Northwind Energy", "The minister", "John Okafor", "The court in Lisbon", "Residents"];

    private static readonly string[] Verbs =
        ["announced", "rejected", "delayed", "described", "welcomed", "reviewed", "questioned", "approved"];

    private static readonly string[] Objects =
        ["the new harbour line", "a budget of 40 million euros", "the report on river floods", "plans for the old market hall",
         "an offer from Halden Bank", "the tunnel under the western district", "a ban on night flights"];

    private static readonly string[] Ends =
        ["on Monday", "after a long debate", "in Rotterdam", "despite the protests", "for the third time this year", "at a meeting in Oslo"];

    public static IReadOnlyList<SubmitArticle> Generate(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Page(random, $"page-{seed}-{i}"))];
    }

    private static SubmitArticle Page(Random random, string name)
    {
        var title = Sentence(random, name);
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"en\"><head><title>{title}</title></head><body><nav><ul>");
        for (var i = 0; i < Links; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/section/{i}\">Section {i}</a></li>");
        }

        html.Append(CultureInfo.InvariantCulture, $"</ul></nav><main><article><h1>{title}</h1>");
        for (var i = 0; i < Paragraphs; i++)
        {
            html.Append("<p>").AppendJoin(' ', Enumerable.Range(0, SentencesPerParagraph).Select(_ => Sentence(random, Word(random)))).Append("</p>");
        }

        html.Append("</article></main><footer><p>All rights reserved.</p></footer></body></html>");
        return new SubmitArticle { Id = name, Url = $"https://news.example/{name}.html", Html = html.ToString() };
    }

    private static string Sentence(Random random, string word) =>
        $"{Pick(random, Subjects)} {Pick(random, Verbs)} {Pick(random, Objects)} {Pick(random, Ends)}, in the words of {word}.";

    /// <summary>A word that no other sentence has, so that pages of one grammar are not near-duplicates.</summary>
    private static string Word(Random random) =>
        string.Create(8, random, static (letters, source) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = (char)('a' + source.Next(26));
            }
        });

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
