using NewsMesh.Entities.Tagging;
using NewsMesh.Entities.Tsv;

namespace NewsMesh.Entities.Training;

/// <summary>The corpora the shipped weights come from; only openly licensed ones (the stage's README names the licences).</summary>
internal static class Corpora
{
    /// <summary>About one document in this many sentences also gives its first sentence in capitals, as headlines come.</summary>
    private const int CapitalsEvery = 12;

    /// <summary>How each is cut into documents. GMB's sentences stand in running order, so neighbours serve as each other's document.</summary>
    private static readonly CorpusRules[] Rules =
    [
        new("gmb-part.train.tsv", SentencesPerDocument: 8, HasMisc: true),
        new("btc.train.tsv", SentencesPerDocument: 1, HasMisc: false),
        new("uner-ewt.train.tsv", SentencesPerDocument: int.MaxValue, HasMisc: false),
    ];

    public static List<TrainingSentence> Load(string folder, Gazetteer gazetteer, IReadOnlyCollection<string> skip)
    {
        var sentences = new List<TrainingSentence>();
        foreach (var rules in Rules.Where(r => !skip.Contains(r.File)))
        {
            using var reader = new StreamReader(Path.Combine(folder, rules.File));
            foreach (var document in new TsvDocumentReader(reader).Read())
            {
                var pairs = document.Tokens().Zip(document.Tags());
                foreach (var chunk in pairs.Chunk(Math.Min(rules.SentencesPerDocument, 100_000)))
                {
                    sentences.AddRange(TrainingDocument.Read(chunk, rules, gazetteer));
                    if (rules.HasMisc && sentences.Count % CapitalsEvery < chunk.Length)
                    {
                        sentences.AddRange(TrainingDocument.Read(TrainingDocument.FirstInCapitals(chunk), rules, gazetteer).Take(1));
                    }
                }
            }
        }

        return sentences;
    }
}
