using NewsMesh.Entities.Features;
using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Grouping;

/// <summary>Turns tagged names into mentions with exact offsets, less what does not belong to a name.</summary>
internal static class MentionBuilder
{
    /// <summary>The mentions of a text, by place.</summary>
    public static List<TypedMention> Build(TokenizedText text, IReadOnlyList<NameSpan> names)
    {
        var mentions = new List<TypedMention>(names.Count);
        foreach (var name in names)
        {
            var type = EntityTypes.FromTag(name.Type);
            var (from, to) = NameEdges.Trim(text.Text, text.Tokens, name.First, name.End, type);
            if (from < to)
            {
                mentions.Add(Mention(text.Text, text.Tokens[from].Start, text.Tokens[to - 1].End, type, name.Confidence));
            }
        }

        return mentions;
    }

    private static TypedMention Mention(string text, int start, int end, string type, double confidence)
    {
        var mention = new EntityMention { Start = start, End = end, Text = text[start..end], Confidence = confidence };
        var name = string.Join(' ', NormalForm.Of(mention.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new TypedMention(type, mention, name);
    }
}
