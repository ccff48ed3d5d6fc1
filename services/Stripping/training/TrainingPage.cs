using System.Text.Json;
using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Features;

namespace NewsMesh.Stripping.Training;

/// <summary>A page of the benchmark as rows of features, with labels where the truth is known.</summary>
internal sealed class TrainingPage
{
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

    public bool IsFullText => Set == Bench.FullTexts;

    /// <summary>Letters of the article; a guess by the rules where the truth is not whole.</summary>
    public double ArticleLetters =>
        Math.Max(300, Blocks.Where((block, i) => IsFullText ? Labels[i] == 1 : block.Verdict.Kept).Sum(block => block.Letters));

    public string Text(Func<int, bool> keep) => string.Join("\n\n", Blocks.Where((_, i) => keep(i)).Select(block => block.Text));

    /// <summary>Labels by the page's truth.</summary>
    public static double?[] LabelsOf(string set, IReadOnlyList<Block> blocks, JsonElement truth)
    {
        string[] texts = [.. blocks.Select(block => block.Text)];
        return set == Bench.FullTexts
            ? [.. Training.Labels.FullTextLabels.Of(texts, truth.GetProperty("articleBody").GetString()!).Select(label => (double?)label)]
            : Training.Labels.SegmentLabels.Of(texts, truth);
    }
}
