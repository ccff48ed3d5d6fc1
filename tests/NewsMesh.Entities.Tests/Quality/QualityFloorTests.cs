using System.Text.Json;
using NewsMesh.Entities.Text;
using Xunit.Abstractions;

namespace NewsMesh.Entities.Tests.Quality;

/// <summary>Quality is a ratchet: floors.json holds what was reached; a lower floor needs a reason in the same commit.</summary>
public sealed class QualityFloorTests(ITestOutputHelper log)
{
    /// <summary>The last fit of en-full has learned from this set: its floors there show that inference is sound, not how good the model is.</summary>
    private const string Conll = "ner/conll03.dev.tsv";
    private const string WebText = "ner/uner-ewt.train.tsv";

    private static string Own => Path.Combine(AppContext.BaseDirectory, "Quality", "sentences.tsv");

    [Fact]
    public void The_projects_own_sentences_are_tagged_as_well_as_before() =>
        AssertFloors("own", Score(Gold.Read(Own)));

    [Fact]
    public void The_open_model_tags_them_as_well_as_before() =>
        AssertFloors("own, en-open", Score(Gold.Read(Own), EntityModels.Load(EntityModels.Open)));

    [BenchFact(Conll)]
    public void The_open_model_tags_the_CoNLL_2003_development_set_as_well_as_before() =>
        AssertFloors("conll03.dev, en-open", Score(Gold.Read(Bench.Find(Conll)!), EntityModels.Load(EntityModels.Open)));

    [BenchFact(Conll)]
    public void The_CoNLL_2003_development_set_is_tagged_as_well_as_before() =>
        AssertFloors("conll03.dev", Score(Gold.Read(Bench.Find(Conll)!)));

    /// <summary>Every eighth document, which no model has learned from (<c>held_out</c> in the training code); MISC is not annotated.</summary>
    [BenchFact(WebText)]
    public void Documents_held_out_of_training_are_tagged_as_well_as_before() =>
        AssertFloors("uner-ewt, held out", Score([.. Gold.Read(Bench.Find(WebText)!).Where((_, i) => i % 8 == 7)]));

    [BenchFact(Conll)]
    public void Capitals_are_tagged_as_well_as_before() =>
        AssertFloors("conll03.dev in capitals", Score(Gold.Read(Bench.Find(Conll)!, token => token.ToUpperInvariant())));

    /// <summary>The model's first duty is to articles, but a sentence alone must not fall far behind.</summary>
    [BenchFact(Conll)]
    public void Single_sentences_are_tagged_as_well_as_before()
    {
        var score = new EntityScore();
        foreach (var (text, names) in Gold.Read(Bench.Find(Conll)!))
        {
            TokenizedText[] alone = [.. text.Sentences.Select(s => new TokenizedText(text.Text, [.. text.Tokens.Take(s)], [0..(s.End.Value - s.Start.Value)]))];
            score.Add(names, text.Sentences.Zip(Shared.Tagger.Tag(alone)).SelectMany(pair =>
                pair.Second.Select(n => n with { First = n.First + pair.First.Start.Value, End = n.End + pair.First.Start.Value })));
        }

        AssertFloors("conll03.dev by sentences", score);
    }

    /// <summary>What the tokeniser and the sentence splitter lose: at most half a point.</summary>
    [BenchFact(Conll)]
    public void Running_text_is_tagged_almost_as_well_as_gold_tokens()
    {
        var documents = Gold.Read(Bench.Find(Conll)!);
        var raw = new EntityScore();
        foreach (var (text, names) in documents)
        {
            var (running, places) = Detokenizer.Write(text);
            var split = TokenizedText.Of(running);
            raw.Add(
                names.Select(n => (n.Type, places[n.First].Start, places[n.End - 1].End)),
                Shared.Tagger.Tag([split])[0].Select(n => (n.Type, split.Tokens[n.First].Start, split.Tokens[n.End - 1].End)));
        }

        var given = Score(documents).F1("all");
        log.WriteLine($"F1 {given:F2} on gold tokens, {raw.F1("all"):F2} on running text");
        Assert.InRange(given - raw.F1("all"), -1, 0.5);
    }

    [BenchFact(Conll)]
    public void Confidences_are_calibrated() => AssertCalibrated(Shared.Tagger);

    [BenchFact(Conll)]
    public void Confidences_of_the_open_model_are_calibrated() => AssertCalibrated(EntityModels.Load(EntityModels.Open));

    private static EntityScore Score(List<(TokenizedText Text, List<NameSpan> Names)> documents, INameTagger? tagger = null)
    {
        var score = new EntityScore();
        foreach (var ((_, names), found) in documents.Zip((tagger ?? Shared.Tagger).Tag(documents.ConvertAll(d => d.Text))))
        {
            score.Add(names, found);
        }

        return score;
    }

    /// <summary>On the set that the curves were fitted on; the cross-validated errors are on the model card.</summary>
    private void AssertCalibrated(INameTagger tagger)
    {
        var reliability = new Reliability();
        foreach (var (text, names) in Gold.Read(Bench.Find(Conll)!))
        {
            var gold = names.Select(n => (n.Type, n.First, n.End)).ToHashSet();
            foreach (var name in tagger.Tag([text])[0])
            {
                reliability.Add(name.Confidence, gold.Contains((name.Type, name.First, name.End)));
            }
        }

        log.WriteLine(reliability.Table());
        Assert.InRange(reliability.ExpectedCalibrationError, 0, 0.03);
    }

    private void AssertFloors(string set, EntityScore score)
    {
        var floors = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Quality", "floors.json")))![set];
        foreach (var type in floors.Keys)
        {
            log.WriteLine($"{set}, {type}: F1 {score.F1(type):F2}, floor {floors[type]:F2}");
        }

        Assert.Empty(floors.Where(floor => score.F1(floor.Key) < floor.Value)
            .Select(floor => $"{set}, {floor.Key}: F1 {score.F1(floor.Key):F2} is below its floor {floor.Value:F2}"));
    }
}
