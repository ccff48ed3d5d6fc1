using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Tests;

/// <summary>Tags exactly the given names wherever their tokens stand, the first given first.</summary>
internal sealed class NameTagger((string Name, string Type)[] names) : INameTagger
{
    public string Version => "names";

    public IReadOnlyList<string> Languages => ["en"];

    public IReadOnlyList<IReadOnlyList<NameSpan>> Tag(IReadOnlyList<TokenizedText> documents, CancellationToken ct = default) =>
        [.. documents.Select(Tag)];

    private List<NameSpan> Tag(TokenizedText document)
    {
        string[] tokens = [.. document.Tokens.Select(token => token.Of(document.Text).ToString())];
        var taken = new bool[tokens.Length];
        var spans = new List<NameSpan>();
        foreach (var (first, end) in document.Sentences.Select(s => (s.Start.Value, s.End.Value)))
        {
            foreach (var (name, type) in names)
            {
                var words = name.Split(' ');
                for (var i = first; i + words.Length <= end; i++)
                {
                    if (!taken.AsSpan(i, words.Length).Contains(true) && tokens.AsSpan(i, words.Length).SequenceEqual(words))
                    {
                        taken.AsSpan(i, words.Length).Fill(true);
                        spans.Add(new NameSpan(i, i + words.Length, type, 1));
                    }
                }
            }
        }

        return [.. spans.OrderBy(s => s.First)];
    }
}
