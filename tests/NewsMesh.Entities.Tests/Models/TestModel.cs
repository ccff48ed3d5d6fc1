using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsMesh.Entities.Features;
using NewsMesh.Entities.Models;

namespace NewsMesh.Entities.Tests.Models;

/// <summary>Builds a small model file of random weights: it tags nonsense, but in all the ways a model can.</summary>
internal sealed class TestModel
{
    private const int Hidden = 16;
    private const int Bridge = 16;

    private readonly Random _random = new(1);
    private readonly List<(string Name, string Dtype, int[] Shape, byte[] Bytes)> _tensors = [];

    public TestModel()
    {
        string[] words = ["the", "of", "kim", "berg", "anna", "said", ".", ","];
        AddHashes("embedding.hashes", [.. words.Select(w => FeatureHash.Of(w, 0))]);
        Add("embedding.codes", "u8", [words.Length, 4], RandomBytes(words.Length * 4));
        AddHalves("embedding.scales", words.Length);
        AddHalves("embedding.unknown", 8);
        AddHalves("affix.table", 64, 4);
        AddHalves("shape.table", 32, 4);
        AddHashes("cased.hashes", [.. new[] { "The", "Kim", "of" }.Select(w => FeatureHash.Of(w, 10))]);
        AddHalves("cased.table", 4, 4);
        AddLstm("lstm1", 8 + (8 * 4) + 4 + 4);
        AddHalves("bridge.state", 2 * Hidden, Bridge);
        AddHalves("bridge.pool", 2 * Hidden, Bridge);
        AddFloats("bridge.bias", Bridge);
        AddLstm("lstm2", Bridge);
        AddHalves("output.weight", 2 * Hidden, 17);
        AddFloats("output.bias", 17);
    }

    /// <summary>Changes the JSON header before it is written.</summary>
    public Action<JsonObject>? Edit { get; init; }

    public static byte[] Bytes() => new TestModel().Build();

    public static ModelFile File() => ModelFile.Parse(Bytes());

    public byte[] Build()
    {
        // The header's length depends on the offsets in it: they start where any header of this size has ended.
        var offset = 16 * 1024;
        var entries = new JsonArray();
        foreach (var (name, dtype, shape, bytes) in _tensors)
        {
            entries.Add(new JsonObject
            {
                ["name"] = name,
                ["dtype"] = dtype,
                ["shape"] = new JsonArray([.. shape.Select(s => JsonValue.Create(s))]),
                ["offset"] = offset,
                ["bytes"] = bytes.Length,
            });
            offset += (bytes.Length + 63) / 64 * 64;
        }

        var header = Header(entries);
        Edit?.Invoke(header);
        var file = new byte[offset];
        var json = JsonSerializer.SerializeToUtf8Bytes(header);
        json.CopyTo(file, ModelFile.PreambleBytes);
        foreach (var (tensor, entry) in _tensors.Zip(entries))
        {
            tensor.Bytes.CopyTo(file, (int)entry!["offset"]!);
        }

        ModelFile.Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(8), ModelFile.FormatVersion);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(12), (uint)json.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(16), (ulong)file.Length);
        Sign(file);
        return file;
    }

    /// <summary>Writes the checksum of what the file now holds.</summary>
    public static void Sign(byte[] file) => SHA256.HashData(file.AsSpan(ModelFile.PreambleBytes)).CopyTo(file, 24);

    private static JsonObject Header(JsonArray tensors) => new()
    {
        ["name"] = "test",
        ["modelVersion"] = "1",
        ["languages"] = new JsonArray("en"),
        ["licence"] = "none",
        ["rules"] = ModelHeader.SupportedRules,
        ["labels"] = new JsonArray([.. Labels().Select(l => JsonValue.Create(l))]),
        ["architecture"] = new JsonObject
        {
            ["kind"] = ModelArchitecture.SupportedKind,
            ["embedding"] = 8,
            ["affixBuckets"] = 64,
            ["affix"] = 4,
            ["shapeBuckets"] = 32,
            ["shape"] = 4,
            ["cased"] = 4,
            ["hidden1"] = Hidden,
            ["bridge"] = Bridge,
            ["hidden2"] = Hidden,
            ["pool"] = "mean",
            ["maxSentence"] = 20,
            ["window"] = 200,
        },
        ["codebook"] = new JsonArray([.. Enumerable.Range(-8, 16).Select(i => JsonValue.Create(i / 4.0))]),
        ["calibration"] = new JsonObject { ["temperature"] = 1.5, ["x"] = new JsonArray(0.0, 1.0), ["y"] = new JsonArray(0.0, 1.0) },
        ["tensors"] = tensors,
    };

    private static IEnumerable<string> Labels() =>
        new[] { "PER", "LOC", "ORG", "MISC" }.SelectMany(type => "BIES".Select(p => $"{p}-{type}")).Prepend("O");

    private void AddLstm(string name, int inputs)
    {
        AddHalves(name + ".input", inputs, 8 * Hidden);
        AddFloats(name + ".bias", 8 * Hidden);
        AddHalves(name + ".recurrent.forward", Hidden, 4 * Hidden);
        AddHalves(name + ".recurrent.backward", Hidden, 4 * Hidden);
    }

    private void AddHashes(string name, uint[] hashes)
    {
        Array.Sort(hashes);
        Add(name, "u32", [hashes.Length], MemoryMarshal.AsBytes(hashes.AsSpan()).ToArray());
    }

    private void AddHalves(string name, params int[] shape) =>
        Add(name, "f16", shape, MemoryMarshal.AsBytes(Array.ConvertAll(Values(shape), x => (Half)x).AsSpan()).ToArray());

    private void AddFloats(string name, params int[] shape) => Add(name, "f32", shape, MemoryMarshal.AsBytes(Values(shape).AsSpan()).ToArray());

    private float[] Values(int[] shape) => [.. Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(_ => (float)((_random.NextDouble() * 2) - 1))];

    private byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private void Add(string name, string dtype, int[] shape, byte[] bytes) => _tensors.Add((name, dtype, shape, bytes));
}
