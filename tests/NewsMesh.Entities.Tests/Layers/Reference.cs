using System.Text.Json;
using NewsMesh.Entities.Models;
using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Tests.Layers;

/// <summary>The values that the training code computed for one document with the shipped model (FORMAT.md, section 4).</summary>
internal static class Reference
{
    private static readonly JsonElement Root =
        JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Models", "reference.json"))).RootElement;

    public static ModelFile File { get; } = ModelFile.Open(EntityModels.Locate(EntityModels.Full));

    public static string Model => $"{Root.GetProperty("model").GetString()}-{Root.GetProperty("modelVersion").GetString()}";

    public static TokenizedText Document { get; } =
        TokenizedText.FromTokens(Root.GetProperty("sentences").EnumerateArray().Select(s => (string[])[.. s.EnumerateArray().Select(w => w.GetString()!)]));

    /// <summary>One element for each word.</summary>
    public static IReadOnlyList<JsonElement> Features { get; } = [.. Root.GetProperty("features").EnumerateArray()];

    public static IReadOnlyList<NameSpan> Names { get; } =
    [
        .. Root.GetProperty("confidences").EnumerateArray().Select(n =>
        {
            var first = Document.Sentences[n.GetProperty("sentence").GetInt32()].Start.Value;
            return new NameSpan(
                first + n.GetProperty("start").GetInt32(), first + n.GetProperty("end").GetInt32(), n.GetProperty("type").GetString()!,
                n.GetProperty("confidence").GetDouble());
        }),
    ];

    /// <summary>A layer's values, a row for each word.</summary>
    public static float[][] Layer(string name) =>
        [.. Root.GetProperty("layers").GetProperty(name).EnumerateArray().Select(row => (float[])[.. row.EnumerateArray().Select(x => x.GetSingle())])];
}
