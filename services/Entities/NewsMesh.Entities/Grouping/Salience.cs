using NewsMesh.Entities.Features;
using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Grouping;

/// <summary>How much an article is about an entity: named in the title, early, often (features of Dunietz and Gillick 2014).</summary>
internal sealed class Salience
{
    /// <summary>A longer title is read this far.</summary>
    private const int MaxTitleLength = 1_000;

    private readonly string _title;
    private readonly int _textLength;
    private readonly int _mostMentions;

    public Salience(string? title, int textLength, IReadOnlyCollection<EntityGroup> groups)
    {
        _title = Spaced(title ?? "");
        _textLength = Math.Max(1, textLength);
        _mostMentions = groups.Count == 0 ? 1 : groups.Max(g => g.Mentions.Count);
    }

    /// <summary>0 to 1, four digits.</summary>
    public double Of(EntityGroup group)
    {
        var inTitle = group.Mentions.Select(m => m.Key).Distinct(StringComparer.Ordinal)
            .Any(key => _title.Contains($" {key} ", StringComparison.Ordinal)) ? 1 : 0;
        var early = 1 - ((double)group.FirstStart / _textLength);
        // Logarithmic: the tenth mention says less than the second.
        var often = Math.Log(1 + group.Mentions.Count) / Math.Log(1 + _mostMentions);
        return Math.Round(
            (SalienceWeights.Title * inTitle) + (SalienceWeights.Early * early * early) + (SalienceWeights.Often * often), 4);
    }

    private static string Spaced(string title)
    {
        var read = title.Length > MaxTitleLength ? title[..MaxTitleLength] : title;
        var words = Tokenizer.Tokenize(read).Select(t => NameKey.Of(NormalForm.Of(t.Of(read))));
        return $" {string.Join(' ', words)} ";
    }
}
