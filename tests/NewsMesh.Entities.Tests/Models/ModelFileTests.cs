using System.Text.Json.Nodes;
using NewsMesh.Entities.Models;
using NewsMesh.Entities.Numerics;
using NewsMesh.Entities.Tagging;

namespace NewsMesh.Entities.Tests.Models;

public sealed class ModelFileTests
{
    [Fact]
    public void A_good_file_is_read()
    {
        var file = TestModel.File();

        Assert.Equal(("test", "1"), (file.Header.Name, file.Header.ModelVersion));
        Assert.Equal("test-1", new NeuralTagger(file, Kernels.Portable).Version);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var error = Assert.Throws<FileNotFoundException>(() => ModelFile.Open("/no/such/model.ner"));

        Assert.Contains("/no/such/model.ner", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_model_is_named()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "no model");

            var error = Assert.Throws<InvalidDataException>(() => ModelFile.Open(path));

            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            Assert.Contains("is no NewsMesh entity model", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_of_another_format_version_is_refused()
    {
        var bytes = TestModel.Bytes();
        bytes[8] = 2;

        Assert.Contains("format version 2", Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_cut_is_refused()
    {
        var bytes = TestModel.Bytes();

        Assert.Contains($"{bytes.Length - 1} of {bytes.Length} bytes", Refusal(bytes[..^1]), StringComparison.Ordinal);
        Assert.All(new[] { 0, 7, 63 }, length => Assert.Contains("no NewsMesh", Refusal(bytes[..length]), StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_byte_is_found()
    {
        var random = new Random(2);
        for (var i = 0; i < 50; i++)
        {
            var bytes = TestModel.Bytes();
            bytes[random.Next(ModelFile.PreambleBytes, bytes.Length)] ^= (byte)(1 << random.Next(8));

            Assert.Contains("damaged", Refusal(bytes), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_of_random_bytes_with_a_right_checksum_is_refused_not_crashed_on()
    {
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var bytes = TestModel.Bytes();
            for (var n = random.Next(1, 8); n > 0; n--)
            {
                bytes[random.Next(ModelFile.PreambleBytes, ModelFile.PreambleBytes + 3000)] = (byte)random.Next(256);
            }

            TestModel.Sign(bytes);
            var error = Record.Exception(() => new NeuralTagger(ModelFile.Parse(bytes), Kernels.Portable));

            Assert.True(error is null or InvalidDataException, error?.ToString());
        }
    }

    [Theory]
    [InlineData("rules", "2", "version 2 of the word features")]
    [InlineData("labels", """["O","B-PER"]""", "labels")]
    [InlineData("labels", "[]", "labels")]
    [InlineData("codebook", "[1]", "code book")]
    [InlineData("calibration", """{"temperature":0,"x":[0],"y":[0]}""", "calibration")]
    [InlineData("calibration", """{"temperature":1,"x":[0,0],"y":[0,1]}""", "calibration")]
    [InlineData("tensors", "[]", "lacks the tensor")]
    [InlineData("tensors", "[null]", "header")]
    [InlineData("tensors", """[{"name":"a","dtype":"f32","shape":[2],"offset":0,"bytes":8},{"name":"a","dtype":"f32","shape":[2],"offset":0,"bytes":8}]""", "twice")]
    [InlineData("tensors", """[{"name":"a","dtype":"f32","shape":[99999],"offset":0,"bytes":399996}]""", "does not fit")]
    [InlineData("tensors", """[{"name":"a","dtype":"f99","shape":[2],"offset":0,"bytes":8}]""", "unknown type")]
    [InlineData("architecture", "null", "header")]
    [InlineData("languages", "null", "header")]
    public void A_header_that_makes_no_sense_is_refused(string field, string json, string expected)
    {
        var bytes = new TestModel { Edit = header => header[field] = JsonNode.Parse(json) }.Build();

        Assert.Contains(expected, Refusal(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind", "\"transformer\"")]
    [InlineData("pool", "\"max\"")]
    [InlineData("hidden1", "15")]
    [InlineData("hidden2", "0")]
    [InlineData("window", "19")]
    public void A_network_that_this_version_does_not_compute_is_refused(string field, string json)
    {
        var bytes = new TestModel { Edit = header => header["architecture"]![field] = JsonNode.Parse(json) }.Build();

        Assert.Contains("is not one that this version computes", Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_that_is_not_the_networks_is_refused()
    {
        var bytes = new TestModel { Edit = header => header["architecture"]!["hidden1"] = 32 }.Build();

        Assert.Contains("'lstm1.input' has the shape", Refusal(bytes), StringComparison.Ordinal);
    }

    private static string Refusal(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => new NeuralTagger(ModelFile.Parse(bytes), Kernels.Portable)).Message;
}
