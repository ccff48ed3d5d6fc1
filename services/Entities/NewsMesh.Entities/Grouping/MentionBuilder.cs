using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Grouping;

/// <summary>Turns a sentence's BIO2 tags into mentions with exact offsets.</summary>
internal static class MentionBuilder
{
    /// <summary>The mentions of the sentence whose tags are given and whose first token is <paramref name="first"/>.</summary>
    public static IEnumerable<TypedMention> Build(string text, IReadOnlyList<Token> tokens, int first, TaggedSentence sentence)
    {
        for (var i = 0; i < sentence.Tags.Length; i++)
        {
            if (!sentence.Tags[i].StartsWith("B-", StringComparison.Ordinal))
            {
                continue;
            }

            var end = i + 1;
            while (end < sentence.Tags.Length && sentence.Tags[end].StartsWith("I-", StringComparison.Ordinal))
            {
                end++;
            }

            var type = EntityTypes.FromTag(sentence.Tags[i]);
            var (from, to) = NameEdges.Trim(text, tokens, first + i, first + end, type);
            if (from < to)
            {
                yield return Mention(text, tokens, from, to, type, sentence.Confidences.AsSpan(from - first, to - from));
            }

            i = end - 1;
        }
    }

    private static TypedMention Mention(
        string text, IReadOnlyList<Token> tokens, int from, int to, string type, ReadOnlySpan<double> confidences)
    {
        var (start, end) = (tokens[from].Start, tokens[to - 1].End);
        var lowest = 1.0;
        foreach (var confidence in confidences)
        {
            lowest = Math.Min(lowest, confidence);
        }

        var mention = new EntityMention { Start = start, End = end, Text = text[start..end], Confidence = lowest };
        var name = string.Join(' ', TokenText.Normalize(mention.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new TypedMention(type, mention, name);
    }
}
