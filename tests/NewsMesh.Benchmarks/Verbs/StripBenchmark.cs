using System.CommandLine;
using NewsMesh.Benchmarks.Articles;
using NewsMesh.Benchmarks.Runs;

namespace NewsMesh.Benchmarks.Verbs;

/// <summary><c>strip</c>: the stripping library alone, on one thread.</summary>
internal static class StripBenchmark
{
    private const int DefaultRounds = 5;

    public static Command Create()
    {
        var source = new ArticleSource();
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => DefaultRounds, Description = "How often all pages are stripped." };
        var command = new Command("strip", "Pages/s of the stripping library on one thread, and where the time goes.") { rounds };
        source.AddTo(command);
        command.SetAction(parsed => Run([.. source.Measured(parsed).Select(article => article.Html!)], parsed.GetValue(rounds)));
        return command;
    }

    private static void Run(string[] pages, int rounds)
    {
        foreach (var page in pages)
            StripSteps.Emit(page);
        var steps = new (string Name, Action<string> Do)[] { ("parse", StripSteps.Parse), ("parse and score", StripSteps.Score), ("all", StripSteps.Emit) };
        var figures = steps.ToDictionary(step => step.Name, step => Measure(pages, rounds, step.Do));
        var all = figures["all"];
        var megabytes = pages.Sum(page => (double)page.Length) / 1e6;
        Console.WriteLine(FormattableString.Invariant(
            $"{pages.Length} pages, {megabytes:0.0} million characters, {rounds} rounds, load average {Report.LoadAverage()} at the end"));
        Console.WriteLine(FormattableString.Invariant(
            $"{pages.Length / all.Seconds:0} pages and {megabytes / all.Seconds:0.0} million characters per second of processor time"));
        Console.WriteLine(FormattableString.Invariant($"{all.Bytes / pages.Length / 1024:0} KiB allocated a page"));
        Write("parse", figures["parse"].Seconds, all.Seconds, pages.Length);
        Write("score", figures["parse and score"].Seconds - figures["parse"].Seconds, all.Seconds, pages.Length);
        Write("emit", all.Seconds - figures["parse and score"].Seconds, all.Seconds, pages.Length);
    }

    private static void Write(string name, double seconds, double all, int pages) =>
        Console.WriteLine(FormattableString.Invariant($"{name,-6} {seconds / pages * 1000,6:0.00} ms a page {seconds / all,6:0 %}"));

    // Processor time of the whole process, so that the garbage collector's threads count; the wall clock is other processes' too.
    private static (double Seconds, double Bytes) Measure(string[] pages, int rounds, Action<string> step)
    {
        GC.Collect();
        var (time, bytes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var page in pages)
                step(page);
        }

        return ((Environment.CpuUsage.TotalTime - time).TotalSeconds / rounds, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / rounds);
    }
}
