namespace NewsMesh.Stripping.Blocks;

/// <summary>The names of block kinds as they leave the library.</summary>
internal static class KindNames
{
    public static string Of(BlockKind kind) => kind switch
    {
        BlockKind.Paragraph => "paragraph",
        BlockKind.Heading => "heading",
        BlockKind.Item => "item",
        BlockKind.Quote => "quote",
        BlockKind.Code => "code",
        BlockKind.Row => "row",
        BlockKind.Caption => "caption",
        _ => "text",
    };
}
