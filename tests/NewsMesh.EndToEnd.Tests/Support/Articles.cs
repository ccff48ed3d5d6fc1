namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>Pages that tests drop.</summary>
internal static class Articles
{
    private static readonly string[] Towns = ["Westhaven", "Port Ellis", "Marrow Bay", "Kingsmere", "Aldwick", "Dunmore"];
    private static readonly string[] Topics = ["ferry line", "town library", "tram depot", "fish market", "old lighthouse", "school canteen", "water works"];

    /// <summary>A page whose article differs from every other number's in most of its words.</summary>
    public static string Page(int number)
    {
        var random = new Random(number);
        var town = Towns[random.Next(Towns.Length)];
        var topic = Topics[random.Next(Topics.Length)];
        var paragraphs = string.Concat(Enumerable.Range(0, 5).Select(_ => $"<p>{Sentence(random, town)} {Sentence(random, town)}</p>\n"));
        return $"""
            <!doctype html><html lang="en"><head><title>{Title(number)} - The Test Courier</title></head><body>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
            <article><h1>{Title(number)}</h1>
            <p>Mayor Anna Bennett said in {town} on Monday that the {topic} would get {number} new seats.</p>
            {paragraphs}</article>
            <footer><p>Copyright The Test Courier. All rights reserved.</p></footer></body></html>
            """;
    }

    public static string Title(int number) => $"Council gives plan {number} its blessing";

    public static string Url(int number) => $"https://www.test-courier.example/2026/05/plan-{number}";

    private static string Sentence(Random random, string town)
    {
        var words = Enumerable.Range(0, 12).Select(_ => new string([.. Enumerable.Range(0, random.Next(3, 9)).Select(_ => (char)('a' + random.Next(26)))]));
        return $"People in {town} spoke of {string.Join(' ', words)}.";
    }
}
