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
            if (tag == TagSet.Outside && view.IsCapitalized(i))
            {
                if (!rules.HasDemonyms && Gazetteer.IsIn(view.Gazetteer[i], "demonyms"))
                {
                    allowed[i] = (ushort)(1 << TagSet.Parse("B-MISC"));
                }
                else if (!rules.HasMisc)
                {
                    allowed[i] |= Misc;
                }
            }
            else if (IsLoneCountry(tags, view, i))
            {
                // GMB calls a country that acts an organisation; CoNLL calls it a location.
                allowed[i] = (ushort)(1 << TagSet.Parse("B-LOC"));
            }
        }

        return allowed;
    }

    private static bool IsLoneCountry(string[] tags, SentenceView view, int i) =>
        tags[i] == "B-ORG" && (i + 1 == tags.Length || tags[i + 1] != "I-ORG") && Gazetteer.IsIn(view.Gazetteer[i], "countries");
}
