namespace NewsMesh.Gateway;

/// <summary>One block of a page and what stripping made of it.</summary>
/// <param name="Text">The block's text.</param>
/// <param name="Kept">Whether it is part of the article.</param>
/// <param name="Reason">The rule that decided.</param>
/// <param name="Score">The block's score where it was scored.</param>
/// <param name="Kind">What the block is, such as <c>paragraph</c> or <c>heading</c>.</param>
public sealed record StrippedBlockView(string Text, bool Kept, string Reason, double Score, string Kind);
