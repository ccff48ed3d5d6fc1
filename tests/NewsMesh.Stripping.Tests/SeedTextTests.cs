using NewsMesh.Stripping.Training;

namespace NewsMesh.Stripping.Tests;

/// <summary>Real texts with left-over navigation, where the machine has them: they are read, never copied here.</summary>
public sealed class SeedTextTests
{
    private static readonly string[] LeftOvers = ["Check Also", "No comments", "Powered by Blogger", "Home / "];
    private static readonly string[] Enders = ["Check Also", "No comments:"];

    [SeedFact]
    public void Left_overs_go_and_no_sentence_of_the_body_is_lost()
    {
        foreach (var file in Directory.GetFiles(SeedFactAttribute.Folder!, "*.txt"))
        {
            var source = File.ReadAllText(file);
            var article = new ArticleStripper().Strip(new StripRequest { Text = source });
            var paragraphs = article.Text.Split("\n\n");
            var body = source.Split('\n').Select(line => line.Trim().Replace('\u00A0', ' ')).TakeWhile(line => !Enders.Contains(line));

            Assert.NotNull(article.Title);
            Assert.DoesNotContain(article.Title, paragraphs);
            Assert.All(LeftOvers, leftOver => Assert.DoesNotContain(leftOver, article.Text, StringComparison.Ordinal));
            Assert.All(body.Where(line => line.EndsWith('.')), line => Assert.Contains(line, paragraphs));
            // A line of eight words or more that ends no sentence is a link to another story.
            Assert.All(paragraphs, p => Assert.True(p.Split(' ').Length < 8 || ".!?”\"".Contains(p[^1], StringComparison.Ordinal), p));
        }
    }

    private sealed class SeedFactAttribute : FactAttribute
    {
        public SeedFactAttribute()
        {
            if (Folder is null)
                Skip = "There are no seed texts here: they are read from ../shared/seeds beside the repository.";
        }

        public static string? Folder { get; } = Repository.Shared("seeds");
    }
}
