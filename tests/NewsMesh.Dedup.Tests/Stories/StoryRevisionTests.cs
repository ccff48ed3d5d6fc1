using NewsMesh.Dedup.Stories;
using NewsMesh.MongoGateway.Servers;

namespace NewsMesh.Dedup.Tests.Stories;

/// <summary>
/// Stories that change after the fact. All articles share words, and which of them tell of one event is said here, so that it is
/// the grouping that is tested and not the model.
/// </summary>
public sealed class StoryRevisionTests : IAsyncLifetime
{
    private readonly StoryIndexes _indexes = new();

    public Task InitializeAsync() => _indexes.InitializeAsync();

    public Task DisposeAsync() => _indexes.DisposeAsync();

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    public async Task Two_grown_stories_that_a_later_article_bridges_become_the_older_one(string kind)
    {
        var index = await _indexes.CreateAsync(kind);
        var are = new Judgement();
        var grouper = new StoryGrouper(index, StoryParameters.Default, are.Score);
        are.Same("a", "b");
        are.Same("c", "d", "e");
        await PlaceAsync(grouper, "c", "a", "b", "d", "e");
        Assert.Equal("story-a", (await index.FindByArticleAsync("b"))!.StoryId);

        are.Same("a", "b", "c", "d", "e", "bridge");
        var bridge = await grouper.PlaceAsync(Article("bridge", 9));

        Assert.Equal("story-c", bridge.Story.StoryId);
        var change = Assert.Single(bridge.Changes);
        Assert.Equal(("story-a", "story-c", "merged"), (change.StoryId, change.MergedInto, change.Because));
        Assert.Equal(["c", "d", "e", "a", "b", "bridge"], change.Members);
        var story = (await index.FindByArticleAsync("a"))!;
        Assert.Equal("story-c", story.StoryId);
        Assert.Equal(change.Members, story.Members.Select(member => member.ArticleId));
        Assert.Equal((At(0), At(9)), (story.FirstAt, story.LastAt));
        var ended = (await index.GetAsync("story-a"))!;
        Assert.Equal("story-c", ended.MergedInto);
        Assert.Empty(ended.Members);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    public async Task A_story_that_later_articles_show_to_be_two_is_split_and_the_larger_part_keeps_its_id(string kind)
    {
        var index = await _indexes.CreateAsync(kind);
        var are = new Judgement();
        var grouper = new StoryGrouper(index, StoryParameters.Default, are.Score);
        are.Same("a", "b", "c", "d");
        await PlaceAsync(grouper, "a", "b", "c", "d");

        are.Differ("a", "b");
        are.Differ("a", "c");
        are.Differ("a", "d");
        are.Same("a", "e");
        var later = await grouper.PlaceAsync(Article("e", 4));

        Assert.Equal("story-a-2", later.Story.StoryId);
        Assert.Equal(
            [("story-a", "split", "b c d"), ("story-a-2", "split", "a e")],
            later.Changes.Select(change => (change.StoryId, change.Because, string.Join(' ', change.Members))));
        Assert.Equal("story-a", (await index.FindByArticleAsync("b"))!.StoryId);
        Assert.Equal("story-a-2", (await index.FindByArticleAsync("a"))!.StoryId);
        var kept = (await index.GetAsync("story-a"))!;
        Assert.Equal((At(1), At(3), 3), (kept.FirstAt, kept.LastAt, kept.Members.Count));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    public async Task An_article_goes_over_to_a_story_that_fits_it_better(string kind)
    {
        var index = await _indexes.CreateAsync(kind);
        var are = new Judgement();
        var grouper = new StoryGrouper(index, StoryParameters.Default, are.Score);
        are.Same("a", "b", "x");
        are.Same("c", "d");
        await PlaceAsync(grouper, "a", "b", "x", "c", "d");

        are.Differ("a", "x");
        are.Differ("b", "x");
        are.Same("c", "d", "x", "e");
        are.Similar("a", "e");
        are.Similar("b", "e");
        var later = await grouper.PlaceAsync(Article("e", 5));

        Assert.Equal("story-c", later.Story.StoryId);
        Assert.Equal(
            [("story-a", "moved", "a b"), ("story-c", "moved", "c d x e")],
            later.Changes.Select(change => (change.StoryId, change.Because, string.Join(' ', change.Members))));
        Assert.Equal("story-c", (await index.FindByArticleAsync("x"))!.StoryId);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    public async Task Of_a_story_that_ends_the_article_that_goes_elsewhere_is_told_as_well(string kind)
    {
        var index = await _indexes.CreateAsync(kind);
        var are = new Judgement();
        var grouper = new StoryGrouper(index, StoryParameters.Default, are.Score);
        are.Same("a", "b");
        are.Same("c", "d");
        are.Same("p", "q", "r");
        await PlaceAsync(grouper, "a", "b", "c", "d", "p", "q", "r");

        are.Differ("p", "r");
        are.Differ("q", "r");
        are.Same("a", "b", "p", "q", "bridge");
        are.Same("c", "d", "r");
        are.Similar("c", "bridge");
        are.Similar("d", "bridge");
        var bridge = await grouper.PlaceAsync(Article("bridge", 9));

        Assert.Equal(
            [("story-c", "moved", "c d r"), ("story-p", "merged", "a b p q bridge")],
            bridge.Changes.Select(change => (change.StoryId, change.Because, string.Join(' ', change.Members))));
        Assert.Equal("story-c", (await index.FindByArticleAsync("r"))!.StoryId);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    public async Task A_story_tells_its_central_headline_sources_entities_and_time_span(string kind)
    {
        var index = await _indexes.CreateAsync(kind);
        var are = new Judgement();
        var grouper = new StoryGrouper(index, StoryParameters.Default, are.Score);
        are.Same("a", "b", "c");
        NamedEntity anna = new("PERSON", "Anna Bennett"), melby = new("LOCATION", "Melby"), oslo = new("LOCATION", "Oslo");
        await grouper.PlaceAsync(Article("a", 5, "Reader letters of the week about gardening") with { Source = "Herald", Entities = [oslo] });
        await grouper.PlaceAsync(Article("b", 2, "Harbour bridge closed at Melby") with { Source = "Times", Entities = [melby, anna] });
        await grouper.PlaceAsync(Article("c", 8, "Harbour bridge in Melby closed today") with { Source = "Herald", Entities = [melby] });

        var story = (await index.FindByArticleAsync("c"))!;

        Assert.Equal("Harbour bridge closed at Melby", story.Title);
        Assert.Equal((At(2), At(8)), (story.FirstAt, story.LastAt));
        Assert.Equal(["Herald", "Times"], story.Sources.Order());
        Assert.Equal(melby, story.Entities[0]);
        Assert.Equal([anna, melby, oslo], story.Entities.OrderBy(entity => entity.Name));
        Assert.Equal(3, story.Members.Count);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    public async Task What_a_dead_process_left_undone_is_finished_and_told_by_the_repeat(string kind)
    {
        var index = await _indexes.CreateAsync(kind);
        var are = new Judgement();
        are.Same("a", "b");
        are.Same("c", "d");
        var grouper = new StoryGrouper(index, StoryParameters.Default, are.Score);
        await PlaceAsync(grouper, "a", "b", "c", "d");
        are.Same("a", "b", "c", "d", "bridge");

        // The first story is written, the second not: for a while its articles are in two.
        var dying = new StoryGrouper(new DyingStoryIndex(index, writes: 1), StoryParameters.Default, are.Score);
        await Assert.ThrowsAsync<IOException>(() => dying.PlaceAsync(Article("bridge", 4)));
        Assert.Null((await index.GetAsync("story-c"))!.MergedInto);
        var repeat = await new StoryGrouper(index, StoryParameters.Default, are.Score).PlaceAsync(Article("bridge", 4));

        Assert.Equal("story-a", repeat.Story.StoryId);
        Assert.Equal("story-a", (await index.GetAsync("story-c"))!.MergedInto);
        Assert.Equal(
            [("story-a", "repeated"), ("story-c", "merged")],
            repeat.Changes.Select(change => (change.StoryId, change.Because)));
        Assert.All(repeat.Changes, change => Assert.Equal(["a", "b", "c", "d", "bridge"], change.Members.Order(BridgeLast)));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    public async Task Of_a_large_story_the_latest_articles_are_compared_and_all_stay(string kind)
    {
        var index = await _indexes.CreateAsync(kind);
        var parameters = StoryParameters.Default with { ComparableMembers = 4, MaxMembers = 12 };
        var grouper = new StoryGrouper(index, parameters, (_, _, _) => 3);
        for (var i = 0; i < 13; i++)
            await grouper.PlaceAsync(Article($"a{i:D2}", i));

        var full = (await index.GetAsync("story-a00"))!;
        Assert.Equal(12, full.Members.Count);
        Assert.Equal(["a08", "a09", "a10", "a11"], full.Members.Where(member => member.Evidence is not null).Select(member => member.ArticleId));
        Assert.Equal(At(0), full.FirstAt);
        Assert.Equal("story-a12", (await index.FindByArticleAsync("a12"))!.StoryId);
        // A copy of one of a closed story is in that story all the same.
        var copy = await grouper.PlaceAsync(Article("copy", 20) with { DuplicateOf = "a03", DuplicateSimilarity = 0.9 });
        Assert.Equal("story-a00", copy.Story.StoryId);
        var repeat = await grouper.PlaceAsync(Article("a11", 11));
        Assert.Equal("story-a00", repeat.Story.StoryId);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    public async Task Eight_workers_on_shuffled_arrivals_end_in_the_events(string kind)
    {
        var index = await _indexes.CreateAsync(kind);
        var articles = Enumerable.Range(0, 40).Select(i => Article($"{"pqrst"[i % 5]}{i / 5}", i)).ToArray();
        new Random(8).Shuffle(articles);
        await Parallel.ForEachAsync(articles, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (article, ct) =>
            await new StoryGrouper(index, StoryParameters.Default, (a, b, _) => a.ArticleId[0] == b.ArticleId[0] ? 3 : -3)
                .PlaceAsync(article, ct));

        foreach (var article in articles)
        {
            var story = (await index.FindByArticleAsync(article.ArticleId))!;
            Assert.Null(story.MergedInto);
            Assert.Equal(
                Enumerable.Range(0, 8).Select(i => $"{article.ArticleId[0]}{i}"),
                story.Members.Select(member => member.ArticleId).Order(StringComparer.Ordinal));
        }
    }

    [MongoFact]
    public async Task All_of_this_holds_over_MongoDB()
    {
        await Two_grown_stories_that_a_later_article_bridges_become_the_older_one("mongodb");
        await A_story_that_later_articles_show_to_be_two_is_split_and_the_larger_part_keeps_its_id("mongodb");
        await An_article_goes_over_to_a_story_that_fits_it_better("mongodb");
        await Of_a_story_that_ends_the_article_that_goes_elsewhere_is_told_as_well("mongodb");
        await A_story_tells_its_central_headline_sources_entities_and_time_span("mongodb");
        await What_a_dead_process_left_undone_is_finished_and_told_by_the_repeat("mongodb");
        await Of_a_large_story_the_latest_articles_are_compared_and_all_stay("mongodb");
        await Eight_workers_on_shuffled_arrivals_end_in_the_events("mongodb");
    }

    private static readonly IComparer<string> BridgeLast =
        Comparer<string>.Create((a, b) => (a.Length, a).CompareTo((b.Length, b)));

    private static DateTimeOffset At(int minute) => Texts.Noon.AddMinutes(minute);

    /// <summary>Places articles that come a minute after each other and change nothing but the story that each joins or opens.</summary>
    private static async Task PlaceAsync(StoryGrouper grouper, params string[] ids)
    {
        foreach (var (minute, id) in ids.Index())
            Assert.Empty((await grouper.PlaceAsync(Article(id, minute))).Changes);
    }

    private static StoryArticle Article(string id, int minute, string title = "") => new()
    {
        ArticleId = id,
        Title = title,
        Text = Texts.Body,
        At = At(minute),
    };

    /// <summary>Which articles tell of one event; all others do not.</summary>
    private sealed class Judgement
    {
        private readonly Dictionary<(string, string), double> _scores = [];

        public void Same(params string[] ids) => Set(3, ids);

        public void Similar(params string[] ids) => Set(-2, ids);

        public void Differ(params string[] ids) => Set(-3, ids);

        public double Score(StoryMember a, StoryMember b, ReadOnlySpan<float> inputs) =>
            _scores.GetValueOrDefault((a.ArticleId, b.ArticleId), -3);

        private void Set(double score, string[] ids)
        {
            foreach (var (a, b) in ids.SelectMany(a => ids.Select(b => (a, b))))
                _scores[(a, b)] = score;
        }
    }
}
