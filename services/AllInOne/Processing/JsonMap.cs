using System.Text.Json;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.AllInOne.Processing;

/// <summary>One JSON object of strings, written key by key to a file or standard output, one pair a line.</summary>
internal sealed class JsonMap : IAsyncDisposable
{
    private const int FlushAt = 1 << 16;

    private readonly Stream _stream;
    private readonly Utf8JsonWriter _writer;

    private JsonMap(Stream stream)
    {
        _stream = stream;
        _writer = new Utf8JsonWriter(
            stream, new JsonWriterOptions { Indented = true, IndentSize = 0, NewLine = "\n", Encoder = EventJson.Options.Encoder });
        _writer.WriteStartObject();
    }

    /// <summary>Creates the file, or replaces it; <paramref name="path"/> null is standard output.</summary>
    public static JsonMap Create(string? path) => new(path is null ? Console.OpenStandardOutput() : File.Create(path));

    public async Task WriteAsync(string key, string value, CancellationToken ct)
    {
        _writer.WriteString(key, value);
        if (_writer.BytesPending > FlushAt)
        {
            await _writer.FlushAsync(ct);
        }
    }

    /// <summary>Ends the object; without this call the output is no complete JSON, and cannot be taken for a result.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        _writer.WriteEndObject();
        await _writer.FlushAsync(ct);
        _stream.WriteByte((byte)'\n');
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _stream.DisposeAsync();
    }
}
