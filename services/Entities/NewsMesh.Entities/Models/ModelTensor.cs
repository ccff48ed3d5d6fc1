namespace NewsMesh.Entities.Models;

/// <summary>Where a tensor lies in the file.</summary>
internal sealed record ModelTensor
{
    public required string Name { get; init; }

    /// <summary><c>u8</c>, <c>u32</c>, <c>f16</c> or <c>f32</c>.</summary>
    public required string Dtype { get; init; }

    public required IReadOnlyList<int> Shape { get; init; }

    /// <summary>From the start of the file.</summary>
    public required long Offset { get; init; }

    public required long Bytes { get; init; }

    private int ElementSize => Dtype switch
    {
        "u8" => 1,
        "f16" => 2,
        "u32" or "f32" => 4,
        _ => throw new InvalidDataException($"its tensor '{Name}' has the unknown type '{Dtype}'"),
    };

    /// <exception cref="InvalidDataException">The tensor does not lie in a file of <paramref name="fileLength"/> bytes as it says.</exception>
    public void Check(long fileLength)
    {
        var elements = Shape.Aggregate(1L, (product, size) => size < 0 || product > fileLength ? fileLength + 1 : product * size);
        if (Offset < 0 || Offset > fileLength || Bytes < 0 || Bytes > fileLength - Offset || elements * ElementSize != Bytes)
        {
            throw new InvalidDataException($"its tensor '{Name}' does not fit into the file");
        }
    }
}
