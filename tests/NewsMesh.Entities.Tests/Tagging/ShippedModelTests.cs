using NewsMesh.Entities.Models;
using NewsMesh.Entities.Numerics;
using NewsMesh.Entities.Tagging;
using NewsMesh.Entities.Tests.Layers;
using NewsMesh.Entities.Tests.Quality;

namespace NewsMesh.Entities.Tests.Tagging;

public sealed class ShippedModelTests
{
    private const string Conll = "ner/conll03.dev.tsv";

    [Fact]
    public void The_models_fit_where_they_go()
    {
        foreach (var model in (string[])[EntityModels.Full, EntityModels.Open])
        {
            var path = EntityModels.Locate(model);
            var header = ModelFile.Open(path).Header;

            Assert.InRange(new FileInfo(path).Length, 1, 22_000_000);
            Assert.Equal(model, header.Name);
            Assert.Equal(["en"], header.Languages);
            Assert.NotEmpty(header.Licence);
        }
    }

    [BenchFact(Conll)]
    public void All_paths_and_threads_give_the_same_names_on_the_whole_development_set()
    {
        var documents = Gold.Read(Bench.Find(Conll)!).ConvertAll(d => d.Text);
        var expected = Shared.Tagger.Tag(documents);

        Assert.All(Kernels.Supported.Skip(1), kernels => Assert.Equal(expected, new NeuralTagger(Reference.File, kernels).Tag(documents)));
        var alone = new IReadOnlyList<NameSpan>[documents.Count];
        Parallel.For(0, documents.Count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => alone[i] = Shared.Tagger.Tag([documents[i]])[0]);
        Assert.Equal(expected, alone);
    }
}
