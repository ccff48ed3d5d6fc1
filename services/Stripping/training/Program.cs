using System.CommandLine;
using NewsMesh.Stripping.Model;
using NewsMesh.Stripping.Training;

var kind = new Argument<string>("kind") { Description = "html or text." };
kind.AcceptOnlyFromAmong("html", "text");
var output = new Option<string>("--out") { Required = true, Description = "The file of weights to write." };
var threshold = new Option<double>("--threshold") { DefaultValueFactory = _ => 0.5, Description = "Probability from which a block is kept." };
var seeds = new Option<int[]>("--seeds") { DefaultValueFactory = _ => [1], AllowMultipleArgumentsPerToken = true, Description = "Each chooses which sites make a fold." };
var below = new Option<double>("--show-below") { Description = "Show the wrong blocks of pages with a lower F1." };

var train = new Command("train", "Trains the weights on all pages of the benchmark.") { kind, output, threshold };
train.SetAction(parsed =>
{
    var (pages, names) = Read(parsed.GetValue(kind)!);
    var (first, second) = Stacking.Train(pages);
    var provenance = $"{parsed.GetValue(kind)} model; trained by NewsMesh.Stripping.Training on the development halves of the scrapinghub article-extraction "
        + $"benchmark and of trafilatura's evaluation segments ({pages.Count} pages); no text of them is in it.";
    using var file = File.Create(parsed.GetValue(output)!);
    new StackedModel(provenance, [.. names, .. Stacking.ContextNames(pages[0])], first, second, parsed.GetValue(threshold)).Write(file);
    Console.WriteLine($"{parsed.GetValue(output)}: {file.Length} bytes, {names.Count} features, {pages.Sum(page => page.Asked.Length)} rows");
});

var validate = new Command("validate", "Judges the method by cross-validation over sites.") { kind, seeds, below };
validate.SetAction(parsed => CrossValidation.Run(Read(parsed.GetValue(kind)!).Pages, parsed.GetValue(seeds)!, parsed.GetValue(below)));

return new RootCommand("Trains what tells articles from their surroundings. NEWSMESH_BENCH names the folder of the benchmark.") { train, validate }
    .Parse(args).Invoke();

static (List<TrainingPage> Pages, List<string> Names) Read(string kind)
{
    var names = new List<string>();
    if (kind == "html")
    {
        var pages = HtmlPages.Read(names);
        return (pages, names);
    }

    return (TextPages.Read(names), names);
}
