namespace NewsMesh.Stripping.Blocks;

/// <summary>A block-level element. Regions are numbered in document order, so that a subtree's blocks are one run.</summary>
/// <param name="parent">Index of the enclosing region, -1 for the outermost.</param>
/// <param name="tag">Local name of the element.</param>
/// <param name="hints">What its names say.</param>
/// <param name="signature">Number that elements of the same tag and class share.</param>
/// <param name="firstBlock">Index of the first block in it.</param>
internal sealed class Region(int parent, string tag, Hints hints, int signature, int firstBlock)
{
    public int Parent { get; } = parent;

    public string Tag { get; } = tag;

    public Hints Hints { get; } = hints;

    public int Signature { get; } = signature;

    public int FirstBlock { get; } = firstBlock;

    /// <summary>One past the last block.</summary>
    public int EndBlock { get; set; }

    /// <summary>Pictures, players and frames in the element.</summary>
    public int Media { get; set; }
}
