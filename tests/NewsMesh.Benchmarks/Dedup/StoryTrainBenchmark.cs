using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsMesh.Dedup.Stories;
using NewsMesh.Dedup.Tests.Quality;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary><c>stories-train FOLDER</c>: trains the model of story grouping and says what it reaches on events it did not see.</summary>
internal static class StoryTrainBenchmark
{
    private const int Folds = 5;
    private const int Seed = 1;
    private const int Hidden = 6;

    private static readonly double[] Thresholds = [-2, -1.5, -1, -0.5, 0];

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Folder with articles.jsonl.gz, truth.json and provenance.json." };
        var output = new Option<string?>("--out") { Description = "Source file of the weights; by default nothing is written." };
        var command = new Command("stories-train", "Trains the story model; scores by five-fold cross-validation.") { folder, output };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(output)));
        return command;
    }

    private sealed record Article(string Id, DateTimeOffset At, TermFields Terms, string Story, int Fold);

    private static void Run(string folder, string? output)
    {
        var articles = Read(folder);
        var examples = Examples(articles);
        Console.WriteLine($"{examples.Count} examples, {examples.Count(example => example.Pair.IsDuplicate)} positive");
        var folds = Enumerable.Range(0, Folds)
            .Select(fold => new PairNetwork([.. examples.Where(example => example.Fold != fold && example.StoryFold != fold).Select(example => example.Pair)], Hidden, Seed))
            .ToArray();
        Report("unseen", articles, article => folds[article.Fold]);
        var final = new PairNetwork([.. examples.Select(example => example.Pair)], Hidden, Seed);
        Report("seen", articles, _ => final);
        if (output is not null)
            File.WriteAllText(output, NetworkSource.Of(final, "NewsMesh.Dedup.Stories", "StoryModel"));
    }

    private static List<Article> Read(string folder)
    {
        var set = LabelledArticles.Read(folder);
        using var provenance = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "provenance.json")));
        var vectorizer = new TermVectorizer(StoryParameters.Default, new TermStatistics(StoryParameters.Default));
        // The two events of a topic go to one fold: they are what is to be told apart.
        return [.. set.Articles.Select(article => new Article(
            article.Id,
            article.PublishedAt!.Value,
            vectorizer.Vectorize(article.Title, article.Text),
            set.Truth[article.Id],
            Fold(provenance.RootElement.GetProperty(article.Id).GetProperty("event").GetString()!.TrimEnd('e', 'p'))))];
    }

    private static int Fold(string topic) => (int)(topic.Aggregate(17u, (hash, c) => (hash * 31) + c) % Folds);

    /// <summary>Each article against the true stories that were there when it came.</summary>
    private static List<(LabelledPair Pair, int Fold, int StoryFold)> Examples(IReadOnlyList<Article> articles)
    {
        var stories = new Dictionary<string, (StoryState State, int Fold)>();
        var examples = new List<(LabelledPair, int, int)>();
        for (var i = 0; i < articles.Count; i++)
        {
            var article = articles[i];
            foreach (var (story, (state, fold)) in stories)
            {
                if (IsCandidate(article, state) || (story == article.Story && article.At - state.LastAt <= StoryParameters.Default.Window))
                {
                    var inputs = new float[StoryFeatures.Count];
                    StoryFeatures.Write(article.Terms, article.At, state, inputs);
                    examples.Add((new LabelledPair(0, i, inputs, false, story == article.Story), article.Fold, fold));
                }
            }

            var alone = Alone(article);
            stories[article.Story] = stories.TryGetValue(article.Story, out var known) ? (known.State.Plus(alone, StoryParameters.Default), known.Fold) : (alone, article.Fold);
        }

        return examples;
    }

    private static void Report(string name, IReadOnlyList<Article> articles, Func<Article, PairNetwork> network)
    {
        foreach (var threshold in Thresholds)
        {
            var stories = new List<StoryState>();
            var found = new Dictionary<string, string>();
            var inputs = new float[StoryFeatures.Count];
            foreach (var article in articles)
            {
                var (best, bestScore) = (-1, threshold);
                for (var s = 0; s < stories.Count; s++)
                {
                    if (!IsCandidate(article, stories[s]))
                        continue;
                    StoryFeatures.Write(article.Terms, article.At, stories[s], inputs);
                    var score = network(article).Score(inputs);
                    if (score > bestScore)
                        (best, bestScore) = (s, score);
                }

                if (best < 0)
                    stories.Add(Alone(article));
                else
                    stories[best] = stories[best].Plus(Alone(article), StoryParameters.Default);
                found[article.Id] = stories[best < 0 ? ^1 : best].StoryId;
            }

            var scores = ClusterScores.Of(articles.ToDictionary(article => article.Id, article => article.Story), found);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name}, threshold {threshold}: BCubed F1 {scores.BCubedF1:F4}, ARI {scores.Ari:F4}"));
        }
    }

    private static bool IsCandidate(Article article, StoryState story) =>
        article.At - story.LastAt <= StoryParameters.Default.Window
        && StoryFeatures.AverageCosine(article.Terms, story) >= StoryParameters.Default.LeastCosine;

    private static StoryState Alone(Article article) => new()
    {
        StoryId = article.Id,
        Title = "",
        FirstAt = article.At,
        LastAt = article.At,
        Members = [new StoryMember(article.Id, 1)],
        Sum = article.Terms,
    };
}
