using NewsMesh.Contracts;

namespace NewsMesh.AllInOne.Inputs;

/// <summary>One article read from a file, or why it could not be read as one.</summary>
/// <param name="Name">File name, with the line for a file of lines; the submission's id where the article has none.</param>
/// <param name="Article">The submission; null where the input is no submission.</param>
/// <param name="Fault">What is wrong with the input, for people; null where it was read.</param>
internal sealed record ArticleInput(string Name, SubmitArticle? Article, string? Fault = null);
