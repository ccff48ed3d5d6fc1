using NewsMesh.Entities.Tagging;
using NewsMesh.Entities.Training;
using NewsMesh.Entities.Tsv;

// usage: dotnet run -c Release --project services/Entities/training -- DATA_FOLDER WEIGHTS_FILE [--skip FILE]... [--tag GOLD=PREDICTED]...
if (args.Length < 2)
{
    Console.Error.WriteLine("usage: DATA_FOLDER WEIGHTS_FILE [--skip FILE]... [--tag GOLD=PREDICTED]...");
    return 2;
}

var skip = args.Skip(2).Chunk(2).Where(p => p[0] == "--skip").Select(p => p[1]).ToHashSet();
var sentences = Corpora.Load(args[0], Gazetteer.Load(), skip);
Console.WriteLine($"{sentences.Count} sentences");
var trainer = new CrfTrainer(sentences, new TrainingSettings());
trainer.Train((epoch, loss) => Console.WriteLine($"epoch {epoch}: {loss:F4} expected wrong tokens a sentence"));
var model = trainer.ToModel();
using (var file = File.Create(args[1]))
{
    model.Write(file);
    Console.WriteLine($"{file.Length} bytes");
}

foreach (var pair in args.Skip(2).Chunk(2).Where(p => p[0] == "--tag").Select(p => p[1].Split('=')))
{
    using var input = new StreamReader(pair[0]);
    using var output = new StreamWriter(pair[1]);
    TsvTagging.Run(new CrfTagger(model, Gazetteer.Load()), input, output);
}

return 0;
