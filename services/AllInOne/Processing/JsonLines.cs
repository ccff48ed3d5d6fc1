using System.Text.Json;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.AllInOne.Processing;

/// <summary>A file (or standard output) of one JSON value a line.</summary>
internal sealed class JsonLines : IAsyncDisposable
{
    private readonly Stream _stream;

    private JsonLines(Stream stream)
    {
        _stream = stream;
    }

    /// <summary>Creates the file, or replaces it; <paramref name="path"/> null is standard output.</summary>
    public static JsonLines Create(string? path) =>
        new(new BufferedStream(path is null ? Console.OpenStandardOutput() : File.Create(path)));

    public async Task WriteAsync<T>(T value, CancellationToken ct)
    {
        await JsonSerializer.SerializeAsync(_stream, value, EventJson.Options, ct);
        _stream.WriteByte((byte)'\n');
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
