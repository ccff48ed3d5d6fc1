using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace NewsMesh.AllInOne.Tests.Support;

/// <summary>A folder of files that one test writes and reads.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("newsmesh-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    /// <summary>Writes the text packed by gzip.</summary>
    public string WritePacked(string name, string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return Write(name, packed.ToArray());
    }

    public string Read(string name) => File.ReadAllText(this[name]);

    /// <summary>A file of one JSON object a line.</summary>
    public IReadOnlyList<JsonElement> ReadLines(string name) =>
        [.. File.ReadAllLines(this[name]).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    /// <summary>A file of one JSON object of strings, in its order.</summary>
    public IReadOnlyList<(string Key, string Value)> ReadMap(string name)
    {
        using var json = JsonDocument.Parse(Read(name));
        return [.. json.RootElement.EnumerateObject().Select(pair => (pair.Name, pair.Value.GetString()!))];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
