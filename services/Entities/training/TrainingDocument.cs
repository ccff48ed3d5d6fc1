using NewsMesh.Entities.Tagging;

namespace NewsMesh.Entities.Training;

/// <summary>Turns an annotated document into features and allowed tags, and evens out differences between annotations.</summary>
internal static class TrainingDocument
{
    private static readonly ushort Misc = (ushort)((1 << TagSet.Parse("B-MISC")) | (1 << TagSet.Parse("I-MISC")));

    public static IEnumerable<TrainingSentence> Read((string[] Tokens, string[] Tags)[] sentences, CorpusRules rules, Gazetteer gazetteer)
    {
        var views = Array.ConvertAll(sentences, s => new SentenceView(s.Tokens, gazetteer));
        var evidence = new DocumentEvidence(views);
        for (var s = 0; s < sentences.Length; s++)
        {
            var extractor = new FeatureExtractor(views[s], evidence);
            var list = new List<uint>();
            var features = new uint[views[s].Count][];
            for (var i = 0; i < features.Length; i++)
            {
                extractor.Extract(i, list);
                features[i] = [.. list];
            }

            yield return new TrainingSentence(features, Allowed(sentences[s].Tags, views[s], rules));
        }
    }

    public static (string[] Tokens, string[] Tags)[] FirstInCapitals((string[] Tokens, string[] Tags)[] sentences) =>
        [(Array.ConvertAll(sentences[0].Tokens, t => t.ToUpperInvariant()), sentences[0].Tags), .. sentences[1..]];

    private static ushort[] Allowed(string[] tags, SentenceView view, CorpusRules rules)
    {
        var allowed = new ushort[tags.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            var tag = TagSet.Parse(tags[i]);
            allowed[i] = (ushort)(1 << tag);
            if (tag == TagSet.Outside && view.IsCapitalized(i) && !rules.HasMisc)
            {
                allowed[i] = Gazetteer.IsIn(view.Gazetteer[i], "demonyms")
                    ? (ushort)(1 << TagSet.Parse("B-MISC"))
                    : (ushort)(allowed[i] | Misc);
            }
            else if (IsLoneCountry(tags, view, i))
            {
                // GMB calls a country that acts an organisation; CoNLL calls it a location.
                allowed[i] = (ushort)(1 << TagSet.Parse("B-LOC"));
            }
        }

        JoinDemonyms(tags, view, allowed);
        return allowed;
    }

    /// <summary>GMB takes "North Korean" as a place and a people; CoNLL takes it as one name.</summary>
    private static void JoinDemonyms(string[] tags, SentenceView view, ushort[] allowed)
    {
        var (begin, inside) = (Gazetteer.BeginBit("demonyms"), Gazetteer.BeginBit("demonyms") << 1);
        for (var i = 1; i < allowed.Length; i++)
        {
            var ends = i + 1 == tags.Length || !TagSet.IsInside(TagSet.Parse(tags[i + 1]));
            if (ends && (view.Gazetteer[i] & inside) != 0 && (view.Gazetteer[i - 1] & begin) != 0 && view.IsCapitalized(i - 1))
            {
                allowed[i - 1] = (ushort)(1 << TagSet.Parse("B-MISC"));
                allowed[i] = (ushort)(1 << TagSet.Parse("I-MISC"));
            }
        }
    }

    private static bool IsLoneCountry(string[] tags, SentenceView view, int i) =>
        tags[i] == "B-ORG" && (i + 1 == tags.Length || tags[i + 1] != "I-ORG") && Gazetteer.IsIn(view.Gazetteer[i], "countries");
}
