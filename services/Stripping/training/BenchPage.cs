using System.Text.Json;

namespace NewsMesh.Stripping.Training;

/// <summary>One page of the benchmark.</summary>
internal sealed record BenchPage(string Set, string Id, JsonElement Truth)
{
    public string Url => Truth.GetProperty("url").GetString()!;

    /// <summary>Its HTML.</summary>
    public string Read() => Bench.Read(Set, "pages", Set == Bench.FullTexts ? Id + ".html.gz" : Truth.GetProperty("file").GetString()!);

    /// <summary>Its visible text, one block per line; full-text pages alone have it.</summary>
    public string ReadText() => Bench.Read(Set, "text", Id + ".txt.gz");
}
