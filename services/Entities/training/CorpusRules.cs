namespace NewsMesh.Entities.Training;

/// <summary>How to read a corpus.</summary>
/// <param name="File">Name in the data folder.</param>
/// <param name="SentencesPerDocument">How many neighbouring sentences are one document.</param>
/// <param name="HasMisc">Whether MISC is annotated; where not, a capitalised O may hide one, and surely does where it is a demonym.</param>
internal sealed record CorpusRules(string File, int SentencesPerDocument, bool HasMisc);
