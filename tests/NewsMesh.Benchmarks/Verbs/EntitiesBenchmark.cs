using System.CommandLine;
using System.Diagnostics;
using NewsMesh.Entities;
using NewsMesh.Entities.Models;
using NewsMesh.Entities.Numerics;
using NewsMesh.Entities.Tagging;
using NewsMesh.Entities.Text;
using NewsMesh.Entities.Tsv;

namespace NewsMesh.Benchmarks.Verbs;

/// <summary><c>entities</c>: the tagger alone, on one core.</summary>
internal static class EntitiesBenchmark
{
    private const int WarmUpRounds = 3;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Tokenised documents (token, tab, tag)." };
        var model = new Option<string>("--model") { DefaultValueFactory = _ => EntityModels.Full, Description = "Name or file of the model." };
        var tokens = new Option<int>("--tokens") { DefaultValueFactory = _ => 15_000, Description = "How much of the file to tag in a round." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 15, Description = "Rounds; the best counts." };
        var command = new Command("entities", "Tokens/s of the entity tagger on one core, where its time goes, load time, memory.") { file, model, tokens, rounds };
        command.SetAction(parsed =>
        {
            Loading(parsed.GetValue(model)!);
            var path = EntityModels.Locate(parsed.GetValue(model)!);
            var documents = Read(parsed.GetValue(file)!, parsed.GetValue(tokens));
            Console.WriteLine($"{documents.Count} documents, {documents.Sum(d => d.Tokens.Count)} tokens");
            foreach (var kernels in Kernels.Supported)
            {
                Tagging(new NeuralTagger(ModelFile.Open(path), kernels), kernels.Name, documents, parsed.GetValue(rounds));
            }
        });
        return command;
    }

    /// <summary>In a process that has not touched the library before.</summary>
    private static void Loading(string model)
    {
        var (cpu, clock, memory) = (Cpu(), Stopwatch.StartNew(), Resident());
        var tagger = EntityModels.Load(model);
        Console.WriteLine($"load: {clock.ElapsedMilliseconds} ms, {(Cpu() - cpu) * 1000:F0} ms of CPU, {Resident() - memory} MB resident ({tagger.Version})");
        clock.Restart();
        EntityModels.Load(model);
        Console.WriteLine($"load again: {clock.ElapsedMilliseconds} ms");
    }

    private static void Tagging(NeuralTagger tagger, string name, List<TokenizedText> documents, int rounds)
    {
        var tokens = documents.Sum(d => d.Tokens.Count);
        var recognizer = new EntityRecognizer(tagger);
        var together = Best(rounds, () => tagger.Tag(documents));
        var single = Best(rounds, () => documents.ForEach(d => tagger.Tag([d])));
        var whole = Best(rounds, () => documents.ForEach(d => recognizer.Recognize(null, d.Text)));
        Console.WriteLine($"{name}: {tokens / together:F0} tokens/s in batches of documents, {tokens / single:F0} one document at a time, {tokens / whole:F0} from text to entities");

        var best = Enum.GetValues<Stage>().ToDictionary(stage => stage, _ => TimeSpan.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            tagger.Clock = new StageClock();
            tagger.Tag(documents);
            foreach (var stage in best.Keys)
            {
                best[stage] = best[stage] < tagger.Clock.Of(stage) ? best[stage] : tagger.Clock.Of(stage);
            }
        }

        tagger.Clock = null;
        Console.WriteLine("   µs a token: " + string.Join(", ", best.Select(pair => $"{pair.Key.ToString().ToLowerInvariant()} {pair.Value.TotalMicroseconds / tokens:F2}")));
    }

    private static double Best(int rounds, Action work)
    {
        for (var i = 0; i < WarmUpRounds; i++)
        {
            work();
        }

        return Enumerable.Range(0, rounds).Min(_ =>
        {
            var before = Cpu();
            work();
            return Cpu() - before;
        });
    }

    private static List<TokenizedText> Read(string path, int tokens)
    {
        using var reader = new StreamReader(path);
        var count = 0;
        return
        [
            .. new TsvDocumentReader(reader).Read().SelectMany(d => d.Texts()).Where(t => t.Tokens.Count > 0)
                .TakeWhile(t => (count += t.Tokens.Count) <= tokens || count == t.Tokens.Count),
        ];
    }

    private static double Cpu() => Environment.CpuUsage.TotalTime.TotalSeconds;

    private static long Resident() => Environment.WorkingSet >> 20;
}
