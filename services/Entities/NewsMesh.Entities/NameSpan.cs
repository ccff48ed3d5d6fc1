namespace NewsMesh.Entities;

/// <summary>A name that a tagger found in a document.</summary>
/// <param name="First">Index of its first token in the document.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Type">As in CoNLL-2003: <c>PER</c>, <c>LOC</c>, <c>ORG</c> or <c>MISC</c>.</param>
/// <param name="Confidence">Probability that type and both ends are right, 0 to 1.</param>
public readonly record struct NameSpan(int First, int End, string Type, double Confidence);
