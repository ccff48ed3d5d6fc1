using NewsMesh.Entities.Features;
using NewsMesh.Entities.Layers;
using NewsMesh.Entities.Models;
using NewsMesh.Entities.Numerics;

namespace NewsMesh.Entities.Tests.Layers;

/// <summary>Every layer by itself, on the reference's input, against the reference's output.</summary>
public sealed class ReferenceTests
{
    private const double Tolerance = 1e-4;

    private static readonly Kernels Fastest = Kernels.Supported[0];

    private static ModelArchitecture Sizes => Reference.File.Header.Architecture;

    private static int Words => Reference.Document.Tokens.Count;

    [Fact]
    public void The_reference_belongs_to_the_shipped_model() => Assert.Equal(Reference.Model, EntityModels.Load().Version);

    [Fact]
    public void Words_have_the_same_features()
    {
        var features = new InputLayer(Reference.File).Features;
        for (var i = 0; i < Words; i++)
        {
            var expected = Reference.Features[i];
            var normal = NormalForm.Of(Reference.Document.Tokens[i].Of(Reference.Document.Text));
            var lower = new char[normal.Length];
            var hasCapital = WordFeatures.Lower(normal, lower);
            var key = expected.GetProperty("poolKey");

            Assert.Equal(expected.GetProperty("normal").GetString(), normal);
            Assert.Equal((key[0].GetString(), key[1].GetBoolean()), (new string(lower), hasCapital));

            var shape = new char[WordShape.MaxLength];
            Assert.Equal(expected.GetProperty("shape").GetString(), new string(shape, 0, WordShape.Write(normal, shape)));

            var rows = features.Rows(normal, lower, new char[normal.Length]);
            Assert.Equal(expected.GetProperty("embeddingRow").GetInt32(), rows.Embedding);
            Assert.Equal(expected.GetProperty("affixRows").EnumerateArray().Select(x => x.GetInt32()), ((ReadOnlySpan<int>)rows.Affixes).ToArray());
            Assert.Equal(expected.GetProperty("shapeRow").GetInt32(), rows.Shape);
            Assert.Equal(expected.GetProperty("casedRow").GetInt32(), rows.Cased);
        }
    }

    [Fact]
    public void The_input_layer()
    {
        var layer = new InputLayer(Reference.File);
        var actual = new float[Words][];
        for (var i = 0; i < Words; i++)
        {
            var normal = NormalForm.Of(Reference.Document.Tokens[i].Of(Reference.Document.Text));
            var lower = new char[normal.Length];
            WordFeatures.Lower(normal, lower);
            actual[i] = new float[layer.Size];
            layer.Fill(layer.Features.Rows(normal, lower, new char[normal.Length]), actual[i]);
        }

        AssertClose("input", actual);
    }

    [Fact]
    public void The_first_LSTM() =>
        AssertClose("h1", Run(new BidirectionalLstm(Reference.File, "lstm1", Sizes.Input, Sizes.Hidden1), Reference.Layer("input")));

    [Fact]
    public void The_pooling()
    {
        var (states, size) = (Reference.Layer("h1"), 2 * Sizes.Hidden1);
        var keys = Reference.Features.Select(f => f.GetProperty("poolKey").ToString()).ToList();
        var distinct = keys.Distinct().ToList();
        var pooling = new MeanPooling(size);
        pooling.Start(distinct.Count);
        for (var i = 0; i < Words; i++)
        {
            pooling.Add(distinct.IndexOf(keys[i]), states[i]);
        }

        pooling.Finish(distinct.Count);

        Assert.True(distinct.Count < Words);
        AssertClose("pool", [.. keys.Select(key => pooling.Means(distinct.Count).Slice(distinct.IndexOf(key) * size, size).ToArray())]);
    }

    [Fact]
    public void The_bridge()
    {
        var bridge = new BridgeLayer(Reference.File, 2 * Sizes.Hidden1, Sizes.Bridge);
        var pools = new float[Kernels.PaddedRows(Words) * bridge.Stride];
        bridge.ProjectPools(Fastest, Padded(Reference.Layer("pool")), 2 * Sizes.Hidden1, Words, pools);
        var output = new float[pools.Length];

        bridge.Forward(Fastest, Padded(Reference.Layer("h1")), 2 * Sizes.Hidden1, [.. Enumerable.Range(0, Words)], pools, output);

        AssertClose("bridge", Rows(output, bridge.Stride, Sizes.Bridge));
    }

    [Fact]
    public void The_second_LSTM() =>
        AssertClose("h2", Run(new BidirectionalLstm(Reference.File, "lstm2", Sizes.Bridge, Sizes.Hidden2), Reference.Layer("bridge")));

    [Fact]
    public void The_output_layer()
    {
        var labels = Reference.File.Header.Labels.Count;
        var layer = new DenseLayer(Reference.File, "output.weight", "output.bias", 2 * Sizes.Hidden2, labels);
        var scores = new float[Kernels.PaddedRows(Words) * layer.Stride];

        layer.Forward(Fastest, Padded(Reference.Layer("h2")), 2 * Sizes.Hidden2, Words, scores);

        AssertClose("logits", Rows(scores, layer.Stride, labels));
    }

    [Fact]
    public void The_decoder_and_the_confidences()
    {
        var names = EntityModels.Load().Tag([Reference.Document])[0];

        Assert.Equal(
            Reference.Names.Select(n => (n.First, n.End, n.Type)).Order(), names.Select(n => (n.First, n.End, n.Type)).Order());
        Assert.All(
            Reference.Names.OrderBy(n => n.First).Zip(names), pair => Assert.Equal(pair.First.Confidence, pair.Second.Confidence, 2 * Tolerance));
    }

    /// <summary>Runs the reference's sentences through a layer: longest first, as the layer takes them.</summary>
    private static float[][] Run(BidirectionalLstm layer, float[][] input)
    {
        var sentences = Reference.Document.Sentences.OrderByDescending(s => s.End.Value - s.Start.Value).ToList();
        int[] order = [.. sentences.SelectMany(s => Enumerable.Range(s.Start.Value, s.End.Value - s.Start.Value))];
        var projected = new float[Kernels.PaddedRows(Words) * layer.ProjectionSize];
        layer.Project(Fastest, Padded(input), input[0].Length, Words, projected);
        var output = new float[Words * layer.OutputSize];
        layer.Run(Fastest, [.. sentences.Select(s => s.End.Value - s.Start.Value)], projected, order, new LstmScratch(), output);

        var inOrder = new float[Words][];
        foreach (var (row, word) in Rows(output, layer.OutputSize, layer.OutputSize).Zip(order))
        {
            inOrder[word] = row;
        }

        return inOrder;
    }

    private static float[] Padded(float[][] rows) => [.. rows.SelectMany(x => x), .. new float[Kernels.RowBlock * rows[0].Length]];

    private static float[][] Rows(float[] values, int stride, int width) =>
        [.. Enumerable.Range(0, Words).Select(i => values[(i * stride)..((i * stride) + width)])];

    private static void AssertClose(string layer, float[][] actual)
    {
        var expected = Reference.Layer(layer);
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Length, actual[i].Length);
            for (var k = 0; k < expected[i].Length; k++)
            {
                Assert.Equal(expected[i][k], actual[i][k], Tolerance);
            }
        }
    }
}
