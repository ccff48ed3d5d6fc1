namespace NewsMesh.Stripping.Blocks;

/// <summary>What a block is by its mark-up.</summary>
internal enum BlockKind
{
    /// <summary>Text straight in a container, or a line of plain text.</summary>
    Text,
    Paragraph,
    Heading,
    Item,
    Quote,
    Code,
    Row,
    Caption,
}
