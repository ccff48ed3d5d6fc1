using NewsMesh.Dedup.Stories;
using NewsMesh.Dedup.Tests.Quality;

namespace NewsMesh.Dedup.Tests.Stories;

public sealed class StoryGrouperTests
{
    private readonly InMemoryStoryIndex _index = new();
    private readonly StoryGrouper _grouper;

    public StoryGrouperTests()
    {
        _grouper = new StoryGrouper(_index, StoryParameters.Default);
    }

    [Fact]
    public async Task Two_reports_of_one_event_share_a_story()
    {
        var first = await _grouper.PlaceAsync(Own("dam-1"));
        var second = await _grouper.PlaceAsync(Own("dam-2"));
        Assert.Equal(first.Story.StoryId, second.Story.StoryId);
        Assert.Equal(Own("dam-1").Title, second.Story.Title);
        Assert.InRange(second.Story.Confidence, 0.5, 1);
    }

    [Fact]
    public async Task Another_event_opens_a_story()
    {
        var first = await _grouper.PlaceAsync(Own("dam-1"));
        var second = await _grouper.PlaceAsync(Own("comet-1"));
        Assert.NotEqual(first.Story.StoryId, second.Story.StoryId);
    }

    [Fact]
    public async Task A_repeat_gives_the_same_story_and_confidence_and_counts_once()
    {
        await _grouper.PlaceAsync(Own("dam-1"));
        var first = await _grouper.PlaceAsync(Own("dam-2"));
        var again = await new StoryGrouper(_index, StoryParameters.Default).PlaceAsync(Own("dam-2"));
        Assert.Equal(first.Story, again.Story);
        Assert.Equal(2, (await _index.GetAsync(first.Story.StoryId))!.Members.Count);
    }

    [Fact]
    public async Task A_duplicate_joins_the_story_of_its_original_whatever_its_words()
    {
        var first = await _grouper.PlaceAsync(Own("dam-1"));
        var copy = await _grouper.PlaceAsync(Own("comet-1") with { DuplicateOf = "dam-1", DuplicateSimilarity = 0.8 });
        Assert.Equal(first.Story.StoryId, copy.Story.StoryId);
        Assert.Equal(0.8, copy.Story.Confidence, 6);
    }

    [Fact]
    public async Task A_story_takes_no_article_after_its_window()
    {
        var first = await _grouper.PlaceAsync(Own("dam-1"));
        var late = Own("dam-2");
        var second = await _grouper.PlaceAsync(late with { At = late.At + StoryParameters.Default.Window + TimeSpan.FromDays(1) });
        Assert.NotEqual(first.Story.StoryId, second.Story.StoryId);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "the and of")]
    [InlineData("\ud800", "\udc00 東 a")]
    public async Task An_article_without_words_opens_a_story(string title, string text)
    {
        var article = new StoryArticle { ArticleId = "x", Title = title, Text = text, At = DateTimeOffset.MinValue };
        var first = await _grouper.PlaceAsync(article);
        var second = await _grouper.PlaceAsync(article with { ArticleId = "y", At = DateTimeOffset.MaxValue });
        Assert.NotEqual(first.Story.StoryId, second.Story.StoryId);
    }

    [Fact]
    public async Task Text_without_spaces_is_grouped_by_pairs_of_characters()
    {
        StoryArticle Japanese(string id, string text) => new() { ArticleId = id, Title = "", Text = text, At = Texts.Noon };
        var first = await _grouper.PlaceAsync(Japanese("a", "長野県で強い地震が発生し、鉄道が止まった。"));
        var second = await _grouper.PlaceAsync(Japanese("b", "鉄道が止まった長野県の強い地震、けが人なし。"));
        Assert.Equal(first.Story.StoryId, second.Story.StoryId);
    }

    [Fact]
    public async Task Two_stories_opened_at_once_for_one_event_become_one()
    {
        var blind = new BlindStoryIndex(_index);
        var first = await _grouper.PlaceAsync(Own("dam-1"));
        // The second worker did not see the first story when it looked, and sees it when it looks again.
        var second = await new StoryGrouper(blind, StoryParameters.Default).PlaceAsync(Own("dam-2"));

        Assert.Equal(first.Story.StoryId, second.Story.StoryId);
        var change = Assert.Single(second.Changes);
        Assert.Equal(("story-dam-2", "story-dam-1", "merged"), (change.StoryId, change.MergedInto, change.Because));
        Assert.Equal(["dam-1", "dam-2"], change.Members);
        Assert.Equal("story-dam-1", (await _index.GetAsync("story-dam-2"))!.MergedInto);
    }

    [Fact]
    public async Task Every_article_is_in_one_story_after_eight_workers()
    {
        await Parallel.ForEachAsync(
            OwnArticles.All,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (article, ct) => await _grouper.PlaceAsync(Own(article.Id), ct));
        foreach (var article in OwnArticles.All)
        {
            var story = await _index.FindByArticleAsync(article.Id);
            Assert.Single(story!.Members, member => member.ArticleId == article.Id);
            Assert.Null(story.MergedInto);
        }
    }

    private static StoryArticle Own(string id)
    {
        var article = OwnArticles.All.Single(article => article.Id == id);
        return new StoryArticle { ArticleId = id, Title = article.Title, Text = article.Text, At = article.PublishedAt, Source = article.Source };
    }
}
