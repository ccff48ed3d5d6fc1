namespace NewsMesh.Entities.Tagging;

/// <summary>A document's tags while they are being settled.</summary>
internal sealed class DocumentTags(SentenceView[] sentences)
{
    private readonly int[][] _tags = new int[sentences.Length][];
    private readonly double[][] _marginals = new double[sentences.Length][];

    public IReadOnlyList<SentenceView> Sentences => sentences;

    public int[] Tags(int sentence) => _tags[sentence];

    public void Set(int sentence, (int[] Tags, double[] Marginals) decoded) =>
        (_tags[sentence], _marginals[sentence]) = decoded;

    /// <summary>The CRF's probability of a tag, whatever the tag now is.</summary>
    public double Probability(int sentence, int token, int tag) => _marginals[sentence][(token * TagSet.Count) + tag];

    /// <summary>The entities of a sentence as token ranges with their type's number.</summary>
    public IEnumerable<(int Start, int End, int Type)> Spans(int sentence)
    {
        var tags = _tags[sentence];
        for (var i = 0; i < tags.Length; i++)
        {
            if (!TagSet.IsBegin(tags[i]))
            {
                continue;
            }

            var end = i + 1;
            while (end < tags.Length && TagSet.IsInside(tags[end]))
            {
                end++;
            }

            yield return (i, end, TagSet.TypeOf(tags[i]));
        }
    }

    /// <summary>Makes the range an entity of that type; it must not cut through another one.</summary>
    public void Mark(int sentence, int start, int end, int type)
    {
        _tags[sentence][start] = TagSet.Begin(type);
        _tags[sentence].AsSpan(start + 1, end - start - 1).Fill(TagSet.Begin(type) + 1);
    }

    public TaggedSentence[] ToTagged()
    {
        var tagged = new TaggedSentence[_tags.Length];
        for (var s = 0; s < tagged.Length; s++)
        {
            var sentence = s;
            tagged[s] = new TaggedSentence(
                Array.ConvertAll(_tags[s], TagSet.Name),
                // Four digits: the last bits of exp() differ between machines.
                [.. _tags[s].Select((tag, i) => Math.Round(Probability(sentence, i, tag), 4))]);
        }

        return tagged;
    }
}
