using System.Text.Json;
using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Features;

namespace NewsMesh.Stripping.Training;

/// <summary>A page of the benchmark as rows of features, with labels where the truth is known.</summary>
internal sealed class TrainingPage
{
    private double? _articleLetters;

    public required string Set { get; init; }

    public required string Id { get; init; }

    public required string Url { get; init; }

    public required JsonElement Truth { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    public required PageFacts Facts { get; init; }

    /// <summary>Indices of the blocks that the model decides.</summary>
    public required int[] Asked { get; init; }

    /// <summary>Features of each asked block.</summary>
    public required float[][] Rows { get; init; }

    /// <summary>0 to 1 by block; null where nothing is known.</summary>
    public required double?[] Labels { get; init; }

    public string Site => new Uri(Url).Host;

    /// <summary>Pages of one group are in one fold between the two models. What was made of one page belongs together; HTML pages each stand
    /// alone, since keeping sites together did not raise the cross-validated F1 (0.9695 against 0.9707, seed 1).</summary>
    public string Group => Facts.IsPlainText ? Site : $"{Set}/{Id}";

    /// <summary>How much it counts in training; 1 for a page as it came, less for what was made of one.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Whether it is a page as it came: others are trained on and not judged.</summary>
    public bool IsJudged => Weight == 1;

    public bool IsFullText => Set == Bench.FullTexts;

    /// <summary>Letters of the article; a guess by the rules where the truth is not whole.</summary>
    public double ArticleLetters => _articleLetters ??=
        Math.Max(300, Blocks.Where((block, i) => IsFullText ? Labels[i] == 1 : block.Verdict.Kept).Sum(block => block.Letters));

    public string Text(Func<int, bool> keep) => string.Join("\n\n", Blocks.Where((_, i) => keep(i)).Select(block => block.Text));

    /// <summary>A page of the benchmark with the features of its asked blocks, labelled by its truth.</summary>
    /// <param name="fill">Writes a block's features to a buffer and their names, where it is given a list, to that; how many there are.</param>
    /// <param name="names">Takes the names of the features.</param>
    /// <param name="weight">How much it counts.</param>
    public static TrainingPage Of(
        BenchPage page, IReadOnlyList<Block> blocks, PageFacts facts, int[] asked, Func<float[], int, List<string>?, int> fill, List<string> names, double weight = 1)
    {
        // Room for those of lines too.
        var values = new float[HtmlFeatures.Most];
        if (names.Count == 0)
            fill(values, 0, names);
        return new TrainingPage
        {
            Set = page.Set,
            Id = page.Id,
            Url = page.Url,
            Truth = page.Truth,
            Weight = weight,
            Blocks = blocks,
            Facts = facts,
            Asked = asked,
            Rows = [.. asked.Select(block => values[..fill(values, block, null)])],
            Labels = LabelsOf(page.Set, blocks, page.Truth),
        };
    }

    /// <summary>Labels by the page's truth.</summary>
    private static double?[] LabelsOf(string set, IReadOnlyList<Block> blocks, JsonElement truth)
    {
        string[] texts = [.. blocks.Select(block => block.Text)];
        return set == Bench.FullTexts
            ? [.. Training.Labels.FullTextLabels.Of(texts, truth.GetProperty("articleBody").GetString()!).Select(label => (double?)label)]
            : Training.Labels.SegmentLabels.Of(texts, truth);
    }
}
