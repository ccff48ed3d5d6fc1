using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Tagging;

/// <summary>The first tagger: a linear-chain CRF over hashed features, then agreement of names within the document.</summary>
public sealed class CrfTagger : ISentenceTagger
{
    private const int K = TagSet.Count;

    private readonly CrfModel _model;
    private readonly Gazetteer _gazetteer;

    internal CrfTagger(CrfModel model, Gazetteer gazetteer)
    {
        _model = model;
        _gazetteer = gazetteer;
    }

    public string Version => "crf-" + _model.Name;

    /// <summary>The tagger with the embedded weights; loading takes a moment, so share it.</summary>
    public static ISentenceTagger Load() => new CrfTagger(CrfModel.LoadEmbedded(), Gazetteer.Load());

    public IReadOnlyList<TaggedSentence> TagWithConfidence(IReadOnlyList<string[]> sentences, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var views = new SentenceView[sentences.Count];
        for (var i = 0; i < views.Length; i++)
        {
            ct.ThrowIfCancellationRequested();
            views[i] = new SentenceView(Array.ConvertAll(sentences[i], t => TokenText.Normalize(t)), _gazetteer);
        }

        var evidence = new DocumentEvidence(views);
        var document = new DocumentTags(views);
        for (var i = 0; i < views.Length; i++)
        {
            ct.ThrowIfCancellationRequested();
            document.Set(i, Decode(views[i], evidence));
        }

        NameAgreement.Apply(document);
        return document.ToTagged();
    }

    private (int[] Tags, double[] Marginals) Decode(SentenceView view, DocumentEvidence evidence)
    {
        if (view.Count == 0)
        {
            return ([], []);
        }

        var extractor = new FeatureExtractor(view, evidence);
        var features = new List<uint>(96);
        var emissions = new double[view.Count * K];
        for (var i = 0; i < view.Count; i++)
        {
            extractor.Extract(i, features);
            _model.Add(features, emissions.AsSpan(i * K, K));
        }

        return (Viterbi.BestPath(emissions, _model.Transitions), new CrfLattice(emissions, _model.Transitions).Marginals());
    }
}
