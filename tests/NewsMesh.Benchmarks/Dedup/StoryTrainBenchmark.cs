using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsMesh.Dedup;
using NewsMesh.Dedup.Stories;
using NewsMesh.Dedup.Tests.Quality;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary><c>stories-train FOLDER</c>: trains the model of story grouping and says what it reaches on events it did not see.</summary>
internal static class StoryTrainBenchmark
{
    private const int Folds = 5;
    private const int Hidden = 6;
    private const int DefaultSeed = 1;

    private static readonly double[] Thresholds = [-1.1, -0.9, -0.7, -0.5, -0.3];

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Folder with articles.jsonl.gz, truth.json and provenance.json." };
        var output = new Option<string?>("--out") { Description = "Source file of the weights; by default nothing is written." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => DefaultSeed, Description = "Of the training." };
        var command = new Command("stories-train", "Trains the story model; scores by five-fold cross-validation.") { folder, output, seed };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(folder)!, parsed.GetValue(output), parsed.GetValue(seed)));
        return command;
    }

    private static async Task RunAsync(string folder, string? output, int seed)
    {
        var set = LabelledArticles.Read(folder);
        var articles = Read(folder, set);
        var examples = StoryExamples.Of(articles);
        Console.WriteLine($"{examples.Count} examples, {examples.Count(example => example.Pair.IsDuplicate)} positive");
        PairNetwork[] folds = [.. Enumerable.Range(0, Folds).Select(fold => new PairNetwork(
            [.. examples.Where(example => example.FoldA != fold && example.FoldB != fold).Select(example => example.Pair)], Hidden, seed))];
        var final = new PairNetwork([.. examples.Select(example => example.Pair)], Hidden, seed);
        var foldOf = articles.ToDictionary(article => article.Member.ArticleId, article => article.Fold);
        // Of two articles of different folds each fold's model has seen neither event's pairs with its own.
        await ReportAsync("unseen", set, (a, b, inputs) => (folds[foldOf[a.ArticleId]].Score(inputs) + folds[foldOf[b.ArticleId]].Score(inputs)) / 2);
        await ReportAsync("seen", set, (_, _, inputs) => final.Score(inputs));
        if (output is not null)
            await File.WriteAllTextAsync(output, NetworkSource.Of(final, "NewsMesh.Dedup.Stories", "StoryModel"));
    }

    private static List<StoryExample> Read(string folder, LabelledArticles set)
    {
        using var provenance = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "provenance.json")));
        var vectorizer = new TermVectorizer(StoryParameters.Default, new TermStatistics(StoryParameters.Default));
        return [.. set.Articles.Select(article => new StoryExample(
            new StoryMember(article.Id, 0, new MemberEvidence
            {
                At = article.PublishedAt!.Value,
                Title = article.Title,
                Terms = vectorizer.Vectorize(article.Title, article.Text),
            }),
            set.Truth[article.Id],
            Fold(provenance.RootElement.GetProperty(article.Id).GetProperty("event").GetString()!.TrimEnd('e', 'p'))))];
    }

    private static int Fold(string topic) => (int)(topic.Aggregate(17u, (hash, c) => (hash * 31) + c) % Folds);

    private static async Task ReportAsync(string name, LabelledArticles set, StoryPairScore score)
    {
        foreach (var threshold in Thresholds)
        {
            var grouper = new StreamStoryGrouper(StoryParameters.Default with { JoinThreshold = threshold }, score);
            foreach (var article in set.Articles)
                await grouper.AddAsync(article);
            var scores = ClusterScores.Of(set.Truth, await grouper.GetStoriesAsync());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name}, threshold {threshold}: BCubed F1 {scores.BCubedF1:F4}, ARI {scores.Ari:F4}"));
        }
    }
}
