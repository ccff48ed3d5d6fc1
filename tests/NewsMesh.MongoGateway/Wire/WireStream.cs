using System.Buffers.Binary;

namespace NewsMesh.MongoGateway.Wire;

/// <summary>
/// Reads and writes whole messages: a header of four little-endian int32 (message length with the header, request id,
/// response to, operation code), then the body.
/// </summary>
internal static class WireStream
{
    public const int HeaderLength = 16;

    /// <summary>The next message, or null where the peer closed the stream between messages.</summary>
    /// <exception cref="WireException">The length is below a header's or above the limit, or the stream ends inside a message.</exception>
    public static async Task<WireMessage?> ReadAsync(Stream stream, int maxLength, CancellationToken cancellation)
    {
        var header = new byte[HeaderLength];
        var got = await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellation);
        if (got == 0)
        {
            return null;
        }

        if (got < HeaderLength)
        {
            throw new WireException("The stream ended inside a header.");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length < HeaderLength || length > maxLength)
        {
            throw new WireException($"A message of {length} bytes: from {HeaderLength} to {maxLength} are allowed.");
        }

        return new WireMessage(
            BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4)),
            BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8)),
            (OpCode)BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12)),
            await ReadBodyAsync(stream, length - HeaderLength, cancellation));
    }

    public static async Task WriteAsync(Stream stream, WireMessage message, CancellationToken cancellation)
    {
        var bytes = new byte[HeaderLength + message.Body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), message.RequestId);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), message.ResponseTo);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), (int)message.OpCode);
        message.Body.CopyTo(bytes, HeaderLength);
        await stream.WriteAsync(bytes, cancellation);
    }

    // A header may promise 48 MB and send nothing: memory is taken as the bytes come.
    private static async Task<byte[]> ReadBodyAsync(Stream stream, int length, CancellationToken cancellation)
    {
        const int FirstStep = 64 * 1024;
        var body = new byte[Math.Min(length, FirstStep)];
        var filled = 0;
        while (true)
        {
            filled += await stream.ReadAtLeastAsync(body.AsMemory(filled), body.Length - filled, throwOnEndOfStream: false, cancellation);
            if (filled < body.Length)
            {
                throw new WireException("The stream ended inside a message.");
            }

            if (filled == length)
            {
                return body;
            }

            Array.Resize(ref body, (int)Math.Min(length, 2L * body.Length));
        }
    }
}
