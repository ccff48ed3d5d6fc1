using NewsMesh.Entities.Decoding;
using NewsMesh.Entities.Models;

namespace NewsMesh.Entities.Tests.Decoding;

public sealed class DecoderTests
{
    private const int Stride = 12;

    private static readonly LabelSet Labels = new(["O", "B-PER", "I-PER", "E-PER", "S-PER", "B-LOC", "I-LOC", "E-LOC", "S-LOC"]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void The_path_is_the_best_of_all_valid_ones(int length)
    {
        var random = new Random(5);
        var decoder = new BioesDecoder(Labels);
        for (var i = 0; i < 40; i++)
        {
            // Whole numbers, so that ties are many and sums exact.
            float[] scores = [.. Enumerable.Range(0, length * Stride).Select(_ => (float)random.Next(-3, 4))];
            var path = new int[length];

            decoder.Decode(scores, Stride, path);

            Assert.True(IsValid(path), string.Join(' ', path));
            Assert.Equal(Paths(length).Max(p => Score(scores, p)), Score(scores, path));
        }
    }

    [Fact]
    public void Of_equal_scores_the_lower_label_wins()
    {
        var path = new int[3];

        new BioesDecoder(Labels).Decode(new float[3 * Stride], Stride, path);

        Assert.Equal([0, 0, 0], path);
    }

    [Theory]
    [InlineData("O")]
    [InlineData("O B-PER E-PER I-PER S-PER")]
    [InlineData("O B-PER I-PER E-PER")]
    [InlineData("B-PER I-PER E-PER S-PER O")]
    [InlineData("")]
    public void Labels_in_another_order_are_refused(string labels) =>
        Assert.Throws<InvalidDataException>(() => new LabelSet(labels.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData(0.0, 0.1)]
    [InlineData(0.25, 0.2)]
    [InlineData(0.5, 0.3)]
    [InlineData(0.75, 0.6)]
    [InlineData(1.0, 0.9)]
    public void A_probability_is_read_off_the_curve(double probability, double expected)
    {
        var calibration = new ModelCalibration { Temperature = 2, X = [0, 0.5, 1], Y = [0.1, 0.3, 0.9] };
        // Two labels whose scores differ by t give the probability 1 / (1 + e^(-t / temperature)).
        var t = probability is 0 or 1 ? 200 * ((2 * probability) - 1) : 2 * Math.Log(probability / (1 - probability));

        var confidence = new Confidence(calibration, labels: 2).Of([(float)t, 0, 99, 99], 2, [0]);

        Assert.Equal(expected, confidence, 3);
    }

    [Fact]
    public void The_least_certain_word_counts()
    {
        var calibration = new ModelCalibration { Temperature = 1, X = [0, 1], Y = [0, 1] };

        Assert.Equal(0.5, new Confidence(calibration, labels: 2).Of([9, 0, 3, 3, 0, 9], 2, [0, 1, 1]));
    }

    private static IEnumerable<int[]> Paths(int length)
    {
        for (var number = 0; number < Math.Pow(Labels.Count, length); number++)
        {
            var rest = number;
            int[] path = [.. Enumerable.Range(0, length).Select(_ => { (rest, var label) = Math.DivRem(rest, Labels.Count); return label; })];
            if (IsValid(path))
            {
                yield return path;
            }
        }
    }

    /// <summary>By the names of the tags, not by the decoder's numbers.</summary>
    private static bool IsValid(int[] path)
    {
        string[] names = ["O", "B-PER", "I-PER", "E-PER", "S-PER", "B-LOC", "I-LOC", "E-LOC", "S-LOC"];
        var open = "";
        foreach (var label in path)
        {
            var (position, type) = (names[label][0], names[label][1..]);
            if (position is 'I' or 'E' ? open != type : open.Length > 0)
            {
                return false;
            }

            open = position is 'B' or 'I' ? type : "";
        }

        return open.Length == 0;
    }

    private static double Score(float[] scores, int[] path) => path.Select((label, row) => (double)scores[(row * Stride) + label]).Sum();
}
