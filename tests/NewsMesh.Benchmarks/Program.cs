using System.CommandLine;
using NewsMesh.Benchmarks.Dedup;
using NewsMesh.Benchmarks.Verbs;

var root = new RootCommand("Measures NewsMesh. Run it in the Release configuration on a machine that does nothing else.")
{
    ProcessBenchmark.Create(),
    ServicesBenchmark.Create(),
    ConcurrencyBenchmark.Create(),
    StreamBenchmark.Create(),
    TrainBenchmark.Create(),
    StoryTrainBenchmark.Create(),
    StoreBenchmark.Create(),
    StripBenchmark.Create(),
    EntitiesBenchmark.Create(),
};
return await root.Parse(args).InvokeAsync();
