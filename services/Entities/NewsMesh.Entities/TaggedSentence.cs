namespace NewsMesh.Entities;

/// <summary>A sentence's tags, and how probable each is.</summary>
/// <param name="Tags">BIO2: <c>O</c>, <c>B-PER</c>, <c>I-PER</c>, ...</param>
/// <param name="Confidences">Parallel to <paramref name="Tags"/>, 0 to 1.</param>
public sealed record TaggedSentence(string[] Tags, double[] Confidences);
