using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace NewsMesh.AllInOne.Inputs;

/// <summary>Reads bytes whole or by lines, never more than a limit at once.</summary>
internal static class BoundedLines
{
    /// <summary>Up to <paramref name="limit"/> bytes; what follows is left unread.</summary>
    public static async Task<byte[]> ReadAllAsync(Stream content, int limit, CancellationToken ct)
    {
        using var all = new MemoryStream();
        var buffer = new byte[81920];
        while (all.Length < limit)
        {
            var read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, limit - all.Length)), ct);
            if (read == 0)
            {
                break;
            }

            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    /// <summary>Lines without their line feeds; of a longer line only its first <paramref name="limit"/> bytes.</summary>
    public static async IAsyncEnumerable<byte[]> ReadAsync(
        Stream content, int limit, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = PipeReader.Create(content, new StreamPipeReaderOptions(bufferSize: 81920));
        var line = new ArrayBufferWriter<byte>();
        var hasOpenLine = false;
        while (true)
        {
            var result = await reader.ReadAsync(ct);
            var rest = result.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                Append(line, rest.Slice(0, end), limit);
                yield return line.WrittenSpan.ToArray();
                line.ResetWrittenCount();
                rest = rest.Slice(rest.GetPosition(1, end));
                hasOpenLine = false;
            }

            hasOpenLine |= !rest.IsEmpty;
            Append(line, rest, limit);
            reader.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
            {
                break;
            }
        }

        if (hasOpenLine)
        {
            yield return line.WrittenSpan.ToArray();
        }
    }

    private static void Append(ArrayBufferWriter<byte> line, ReadOnlySequence<byte> bytes, int limit)
    {
        foreach (var part in bytes.Slice(0, Math.Min(bytes.Length, limit - line.WrittenCount)))
        {
            line.Write(part.Span);
        }
    }
}
