namespace NewsMesh.Entities.Tests;

/// <summary>The shipped model, loaded once for all tests: it is immutable.</summary>
internal static class Shared
{
    public static readonly INameTagger Tagger = EntityModels.Load();

    public static readonly EntityRecognizer Recognizer = new(Tagger);

    /// <summary>Tags by a fixed plan, so that what is built around the tagger is tested by itself.</summary>
    public static EntityRecognizer WithNames(params (string Name, string Type)[] names) => new(new NameTagger(names));

    /// <summary>"TYPE Name: mention|mention" lines, in the order returned.</summary>
    public static string[] Describe(this IEnumerable<RecognizedEntity> entities) =>
        [.. entities.Select(e => $"{e.Type} {e.Name}: {string.Join('|', e.Mentions.Select(m => m.Text))}")];
}
