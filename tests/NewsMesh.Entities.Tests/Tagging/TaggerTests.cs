using NewsMesh.Entities.Tagging;

namespace NewsMesh.Entities.Tests.Tagging;

public sealed class TaggerTests
{
    [Fact]
    public void Tags_are_valid_BIO2_on_random_tokens()
    {
        var random = new Random(8);
        string[] words = ["Kim", "of", "the", "Bank", "Inc.", "U.S.", "said", "in", "Paris", ",", "IBM", "3-2", "iPhone", "FC", "-"];
        string[][] document = [.. Enumerable.Range(0, 200).Select(_ => random.GetItems(words, random.Next(1, 12)))];

        foreach (var tags in Shared.Tagger.Tag(document))
        {
            var previous = -1;
            foreach (var tag in tags)
            {
                Assert.True(TagSet.Follows(previous, TagSet.Parse(tag)), $"{tag} must not follow {previous}");
                previous = TagSet.Parse(tag);
            }
        }
    }

    [Fact]
    public void A_headline_in_capitals_is_read_by_what_the_document_tells()
    {
        string[] headline = ["HALVORSEN", "VISITS", "ICE", "CAVE", "IN", "NORWAY"];
        string[] lead = ["Minister", "Lars", "Halvorsen", "visits", "an", "ice", "cave", "in", "Norway", "today", "."];

        Assert.Equal(["B-PER", "O", "O", "O", "O", "B-LOC"], Shared.Tagger.Tag([headline, lead])[0]);
    }

    [Fact]
    public void Curly_quotes_and_soft_hyphens_change_no_tag()
    {
        string[] plain = ["O'Brien", "'s", "friend", "went", "to", "Moscow", "."];
        string[] curly = ["O\u2019Brien", "\u2019s", "friend", "went", "to", "Mos\u00ADcow", "."];

        Assert.Equal(Shared.Tagger.Tag([plain])[0], Shared.Tagger.Tag([curly])[0]);
        Assert.Equal("B-LOC", Shared.Tagger.Tag([plain])[0][5]);
    }

    [Fact]
    public void The_longest_entry_of_a_list_wins()
    {
        var masks = Gazetteer.Load().Match(["in", "new", "york", "city", "today"]);

        Assert.Equal([false, true, true, true, false], masks.Select(m => Gazetteer.IsIn(m, "places")));
        Assert.Equal(0u, masks[2] & Gazetteer.BeginBit("places"));
    }

    [Theory]
    [InlineData("McDonald", "XxXx")]
    [InlineData("U.S.", "X.X.")]
    [InlineData("IBM", "XX")]
    [InlineData("2-1", "d-d")]
    [InlineData("said", "x")]
    [InlineData("", "")]
    public void A_shape_folds_runs(string word, string shape) => Assert.Equal(shape, WordShape.Of(word));
}
