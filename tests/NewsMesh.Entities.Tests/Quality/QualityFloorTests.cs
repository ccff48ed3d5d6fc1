using System.Text.Json;
using NewsMesh.Entities.Tsv;

namespace NewsMesh.Entities.Tests.Quality;

/// <summary>Quality is a ratchet: floors.json holds what was reached; a lower floor needs a reason in the same commit.</summary>
public sealed class QualityFloorTests
{
    private const string Conll = "ner/conll03.dev.tsv";

    [Fact]
    public void The_projects_own_sentences_are_tagged_as_well_as_before() =>
        AssertFloors("own", Path.Combine(AppContext.BaseDirectory, "Quality", "sentences.tsv"));

    [BenchFact(Conll)]
    public void The_CoNLL_2003_development_set_is_tagged_as_well_as_before() => AssertFloors("conll03.dev", Bench.Find(Conll)!);

    private static void AssertFloors(string set, string path)
    {
        var score = new EntityScore();
        using var reader = new StreamReader(path);
        foreach (var document in new TsvDocumentReader(reader).Read())
        {
            score.Add(document.Tags(), Shared.Tagger.Tag(document.Tokens()));
        }

        var below = Floors(set).Where(floor => score.F1(floor.Key) < floor.Value)
            .Select(floor => $"{floor.Key}: F1 {score.F1(floor.Key):F2} is below its floor {floor.Value:F2}");
        Assert.Empty(below);
    }

    private static Dictionary<string, double> Floors(string set)
    {
        var json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Quality", "floors.json"));
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(json)![set];
    }
}
