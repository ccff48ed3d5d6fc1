using System.CommandLine;
using System.Globalization;
using NewsMesh.Dedup.Tests.Quality;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary><c>dedup-train FOLDER…</c>: trains the model of near-duplicate judgement and says what it reaches on articles it did not see.</summary>
internal static class TrainBenchmark
{
    private const int Folds = 4;
    private const int Seed = 1;
    private const int Hidden = 8;

    private static readonly double[] Thresholds = [0, 0.5, 1, 1.5, 2];

    public static Command Create()
    {
        var folders = new Argument<string[]>("folders") { Description = "Folders with articles.jsonl.gz and truth.json.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out") { Description = "Source file of the weights; by default nothing is written." };
        var command = new Command("dedup-train", "Trains the near-duplicate model; scores by four-fold cross-validation.") { folders, output };
        command.SetAction(parsed => Run(parsed.GetValue(folders)!, parsed.GetValue(output)));
        return command;
    }

    private static void Run(string[] folders, string? output)
    {
        var sets = folders.Select(folder => (Name: folder, Set: LabelledArticles.Read(folder))).Select(one => (one.Name, one.Set, Pairs: LabelledPairs.Of(one.Set))).ToArray();
        var scores = new Dictionary<LabelledPair, double>(ReferenceEqualityComparer.Instance);
        for (var fold = 0; fold < Folds; fold++)
        {
            var network = new PairNetwork(
                [.. sets.SelectMany(one => one.Pairs.Where(pair => FoldOf(one.Set, pair.Earlier) != fold && FoldOf(one.Set, pair.Later) != fold))], Hidden, Seed);
            foreach (var (_, set, pairs) in sets)
            {
                foreach (var pair in pairs.Where(pair => Math.Min(FoldOf(set, pair.Earlier), FoldOf(set, pair.Later)) == fold))
                    scores[pair] = network.Score(pair.Inputs);
            }
        }

        foreach (var (name, set, pairs) in sets)
            Report("unseen " + name, set, pairs, pair => scores[pair]);
        var final = new PairNetwork([.. sets.SelectMany(one => one.Pairs)], Hidden, Seed);
        foreach (var (name, set, pairs) in sets)
            Report("seen " + name, set, pairs, pair => final.Score(pair.Inputs));
        if (output is not null)
            File.WriteAllText(output, NetworkSource.Of(final, "NewsMesh.Dedup.Placing", "PairModel"));
    }

    /// <summary>Articles of one cluster are in one fold, in every set that has them.</summary>
    private static int FoldOf(LabelledArticles set, int article) =>
        (int)(set.Truth[set.Articles[article].Id].Aggregate(17u, (hash, c) => (hash * 31) + c) % Folds);

    private static void Report(string name, LabelledArticles set, IReadOnlyList<LabelledPair> pairs, Func<LabelledPair, double> score)
    {
        foreach (var threshold in Thresholds)
        {
            var clusters = new Dictionary<string, string>();
            var bestOf = pairs.GroupBy(pair => pair.Later).ToDictionary(
                group => group.Key, group => group.MaxBy(pair => (pair.IsIdentical ? 100 : score(pair), -pair.Earlier))!);
            for (var i = 0; i < set.Articles.Count; i++)
            {
                clusters[set.Articles[i].Id] = bestOf.TryGetValue(i, out var best) && (best.IsIdentical || score(best) >= threshold)
                    ? clusters[set.Articles[best.Earlier].Id]
                    : set.Articles[i].Id;
            }

            var scores = ClusterScores.Of(set.Truth, clusters);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name}, {pairs.Count} pairs, threshold {threshold}: ARI {scores.Ari:F4}, BCubed F1 {scores.BCubedF1:F4}"));
        }
    }
}
