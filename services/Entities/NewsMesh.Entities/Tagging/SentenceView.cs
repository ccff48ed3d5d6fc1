namespace NewsMesh.Entities.Tagging;

/// <summary>A sentence with what is computed once a token: lower-cased form, shape, gazetteer mask.</summary>
internal sealed class SentenceView
{
    /// <summary>Characters of a token that features look at; the rest of a monstrous one tells nothing.</summary>
    private const int MaxTokenLength = 48;

    public SentenceView(string[] tokens, Gazetteer gazetteer)
    {
        Words = Array.ConvertAll(tokens, t => t.Length > MaxTokenLength ? t[..MaxTokenLength] : t);
        Lower = Array.ConvertAll(Words, w => w.ToLowerInvariant());
        Shapes = Array.ConvertAll(Words, WordShape.Of);
        Gazetteer = gazetteer.Match(Lower);
        IsAllCaps = CheckAllCaps(Words);
    }

    public string[] Words { get; }

    public string[] Lower { get; }

    public string[] Shapes { get; }

    public uint[] Gazetteer { get; }

    /// <summary>A headline in capitals: case tells nothing here.</summary>
    public bool IsAllCaps { get; }

    public int Count => Words.Length;

    public bool IsCapitalized(int i) => i >= 0 && i < Count && Words[i].Length > 0 && char.IsUpper(Words[i][0]);

    private static bool CheckAllCaps(string[] words)
    {
        var capitals = 0;
        foreach (var word in words)
        {
            foreach (var c in word)
            {
                if (char.IsLower(c))
                {
                    return false;
                }
            }

            capitals += word.Length > 1 && char.IsUpper(word[0]) ? 1 : 0;
        }

        return capitals >= 3;
    }
}
