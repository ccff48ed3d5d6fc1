using System.CommandLine;
using NewsMesh.AllInOne.Hosting;
using NewsMesh.AllInOne.Inputs;
using NewsMesh.Gateway;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Health;
using NewsMesh.ServiceDefaults.Hosting;
using NewsMesh.Storage;

namespace NewsMesh.AllInOne.Verbs;

/// <summary><c>newsmesh up</c>: everything in one process, with the dashboard.</summary>
internal static class UpVerb
{
    private const string DefaultUrls = "http://127.0.0.1:8080";

    private sealed record Arguments(string? Bus, string? Store, string? Urls, bool Sample);

    public static Command Create()
    {
        var bus = new Option<string?>("--bus") { Description = "inmemory (default) or amqp://user:password@host:port/vhost." };
        var store = new Option<string?>("--store") { Description = "sqlite:PATH (default: in your data folder) or mongodb://…" };
        var urls = new Option<string?>("--urls") { Description = $"Where to answer; {DefaultUrls} by default." };
        var sample = new Option<bool>("--sample") { Description = "Submits the sample articles that come with NewsMesh." };
        var command = new Command("up", "Runs everything in one process.") { bus, store, urls, sample };
        command.SetAction((parsed, ct) => RunAsync(
            new(parsed.GetValue(bus), parsed.GetValue(store), parsed.GetValue(urls), parsed.GetValue(sample)), ct));
        return command;
    }

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("MassTransit", LogLevel.Error);
        var options = PipelineHost.Configure(builder, arguments.Bus, arguments.Store, arguments.Urls);
        builder.UseListenAddress(options, DefaultUrls);
        PipelineHost.AddStages(builder);
        builder.AddGateway();
        builder.Services.AddSingleton<IStrippedView, StrippedView>();
        builder.AddNewsMesh(PipelineHost.Name, options);
        await using var app = builder.Build();
        app.MapHealth();
        app.MapGateway();

        await app.StartWholeAsync(ct);
        var store = app.Services.GetRequiredService<IStore>();
        Console.WriteLine($"NewsMesh is up: {string.Join(' ', app.Urls)}");
        var address = BusAddress.Parse(options.Bus);
        Console.WriteLine($"  bus   {address}");
        Console.WriteLine($"  store {store.Location}");
        if (address.IsInMemory)
        {
            await ActivatorUtilities.CreateInstance<Resumption>(app.Services).RunAsync(ct);
        }

        if (arguments.Sample)
        {
            await SubmitSamplesAsync(app.Services.GetRequiredService<IArticleSubmitter>(), ct);
        }

        await app.WaitForShutdownAsync(ct);
        return ExitCodes.Done;
    }

    private static async Task SubmitSamplesAsync(IArticleSubmitter submitter, CancellationToken ct)
    {
        var count = 0;
        var files = InputFiles.Find([Path.Combine(AppContext.BaseDirectory, "Samples")], InputFiles.ArticleEndings);
        await foreach (var input in InputReader.ReadAsync(files, ct))
        {
            if (input.Article is { } article)
            {
                await submitter.SubmitAsync(article with { Id = article.Id ?? "sample-" + input.Name }, ct);
                count++;
            }
        }

        Console.WriteLine($"  {count} sample articles submitted");
    }
}
