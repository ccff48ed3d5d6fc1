namespace NewsMesh.Stripping;

/// <summary>One block of the page and what became of it.</summary>
/// <param name="Text">The block's text, white space collapsed.</param>
/// <param name="Kept">Whether it is part of the article's text.</param>
/// <param name="Reason">Why, as a short stable code: <c>paragraph</c>, <c>heading</c>, <c>links</c>, <c>comments</c>, ...</param>
/// <param name="Score">How much it looks like running text: characters' worth of prose, negative for boilerplate.</param>
/// <param name="Kind">The kind of block: <c>paragraph</c>, <c>heading</c>, <c>item</c>, <c>quote</c>, <c>code</c>, <c>row</c>,
/// <c>caption</c>, <c>text</c>.</param>
/// <param name="Probability">How likely the learnt model takes it to be part of the article, 0 to 1; 0 for blocks that it was not asked for.</param>
public sealed record StripBlock(string Text, bool Kept, string Reason, double Score, string Kind, double Probability = 0);
