namespace NewsMesh.Entities.Tests;

/// <summary>Tags exactly the given names wherever their tokens stand, the first given first.</summary>
internal sealed class NameTagger((string Name, string Type)[] names) : ISentenceTagger
{
    public string Version => "names";

    public IReadOnlyList<TaggedSentence> TagWithConfidence(IReadOnlyList<string[]> sentences, CancellationToken ct = default) =>
        [.. sentences.Select(Tag)];

    private TaggedSentence Tag(string[] tokens)
    {
        var tags = new string[tokens.Length];
        Array.Fill(tags, "O");
        foreach (var (name, type) in names)
        {
            var words = name.Split(' ');
            for (var i = 0; i + words.Length <= tokens.Length; i++)
            {
                if (tags.AsSpan(i, words.Length).ContainsAnyExcept("O") || !tokens.AsSpan(i, words.Length).SequenceEqual(words))
                {
                    continue;
                }

                tags[i] = "B-" + type;
                tags.AsSpan(i + 1, words.Length - 1).Fill("I-" + type);
            }
        }

        return new TaggedSentence(tags, [.. tokens.Select(_ => 1.0)]);
    }
}
