using NewsMesh.MongoGateway.Wire;

namespace NewsMesh.MongoGateway.Tests.Wire;

public sealed class WireStreamTests
{
    private const int MaxLength = 1_000_000;

    [Theory]
    [InlineData(1, 100)]
    [InlineData(7, 100_000)]
    [InlineData(65_537, 900_000)]
    public async Task A_message_in_fragments_is_whole(int fragment, int length)
    {
        var body = new byte[length];
        new Random(length).NextBytes(body);
        using var stream = await Written(new WireMessage(5, 6, OpCode.Msg, body), new WireMessage(7, 8, OpCode.Query, []));
        await using var fragments = new Fragments(stream, fragment);

        var first = await WireStream.ReadAsync(fragments, MaxLength, default);
        Assert.Equal((5, 6, OpCode.Msg), (first!.RequestId, first.ResponseTo, first.OpCode));
        Assert.Equal(body, first.Body);
        Assert.Equal(7, (await WireStream.ReadAsync(fragments, MaxLength, default))!.RequestId);
        Assert.Null(await WireStream.ReadAsync(fragments, MaxLength, default));
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(MaxLength + 1)]
    [InlineData(int.MaxValue)]
    public async Task A_length_out_of_bounds_is_refused(int length)
    {
        using var stream = new MemoryStream([.. BitConverter.GetBytes(length), .. new byte[100]]);
        await Assert.ThrowsAsync<WireException>(() => WireStream.ReadAsync(stream, MaxLength, default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(20)]
    public async Task A_stream_that_ends_inside_a_message_is_refused(int length)
    {
        using var whole = await Written(new WireMessage(1, 0, OpCode.Msg, new byte[50]));
        using var cut = new MemoryStream(whole.ToArray()[..length]);
        await Assert.ThrowsAsync<WireException>(() => WireStream.ReadAsync(cut, MaxLength, default));
    }

    [Fact]
    public async Task A_length_that_is_only_promised_takes_no_memory()
    {
        using var stream = new MemoryStream([.. BitConverter.GetBytes(500_000_000), .. new byte[100]]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await Assert.ThrowsAsync<WireException>(() => WireStream.ReadAsync(stream, int.MaxValue, default));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static async Task<MemoryStream> Written(params WireMessage[] messages)
    {
        var stream = new MemoryStream();
        foreach (var message in messages)
        {
            await WireStream.WriteAsync(stream, message, default);
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>Gives at most so many bytes at a time, as a network may.</summary>
    private sealed class Fragments(Stream inner, int length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, Math.Min(count, length));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(buffer[..Math.Min(buffer.Length, length)], cancellationToken);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
