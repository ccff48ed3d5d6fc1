namespace NewsMesh.Entities.Tagging;

/// <summary>A sentence, or a piece of a very long one, in a batch.</summary>
/// <param name="Document">Number of its document.</param>
/// <param name="Window">Number of its window.</param>
/// <param name="First">Index of its first token in the document.</param>
/// <param name="Length">Tokens.</param>
/// <param name="Place">Words added to the batch before it.</param>
/// <param name="Row">The batch's row of its first word.</param>
internal readonly record struct TokenSequence(int Document, int Window, int First, int Length, int Place, int Row = 0);
