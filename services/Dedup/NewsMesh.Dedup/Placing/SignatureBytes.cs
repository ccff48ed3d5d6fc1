using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Placing;

/// <summary>
/// Encoded signatures one after the other in large blocks: no object for each, nothing for the garbage collector to follow. A block
/// is let go when none of its signatures is in use any more.
/// </summary>
internal sealed class SignatureBytes
{
    private const int BlockSize = 1 << 20;

    private readonly List<Block?> _blocks = [];

    private sealed class Block(int size)
    {
        public byte[] Bytes { get; } = new byte[size];
        public int Length { get; set; }
        public int InUse { get; set; }
    }

    /// <summary>Where a signature stands.</summary>
    public readonly record struct Place(int Block, int Start, int Length);

    public int BlocksInUse => _blocks.Count(block => block is not null);

    public Place Add(ReadOnlySpan<byte> signature)
    {
        if (_blocks.Count == 0 || _blocks[^1] is not { } last || last.Bytes.Length - last.Length < signature.Length)
            _blocks.Add(last = new Block(Math.Max(BlockSize, signature.Length)));
        var place = new Place(_blocks.Count - 1, last.Length, signature.Length);
        signature.CopyTo(last.Bytes.AsSpan(last.Length));
        last.Length += signature.Length;
        last.InUse++;
        return place;
    }

    public ArticleSignature Read(Place place) => ArticleSignature.Decode(new ArraySegment<byte>(_blocks[place.Block]!.Bytes, place.Start, place.Length));

    public void Remove(Place place)
    {
        if (--_blocks[place.Block]!.InUse == 0)
            _blocks[place.Block] = null;
    }
}
