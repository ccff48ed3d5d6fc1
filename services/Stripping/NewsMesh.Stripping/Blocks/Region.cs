namespace NewsMesh.Stripping.Blocks;

/// <summary>A block-level element. Regions are numbered in document order, so that a subtree's blocks are one run.</summary>
internal sealed class Region(int parent, string tag, Hints hints, int firstBlock)
{
    /// <summary>Index of the enclosing region, -1 for the outermost.</summary>
    public int Parent { get; } = parent;

    public string Tag { get; } = tag;

    public Hints Hints { get; } = hints;

    public int FirstBlock { get; } = firstBlock;

    /// <summary>One past the last block.</summary>
    public int EndBlock { get; set; }
}
