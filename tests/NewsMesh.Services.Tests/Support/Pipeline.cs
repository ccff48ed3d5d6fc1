using System.Net.Mime;
using System.Text;
using MassTransit;
using MassTransit.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsMesh.Contracts;
using NewsMesh.Dedup.Service;
using NewsMesh.Entities;
using NewsMesh.Entities.Service;
using NewsMesh.Ingest.Service;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Hosting;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;
using NewsMesh.Stripping.Service;

namespace NewsMesh.Services.Tests.Support;

/// <summary>All four stages by their own registrations, on the bus inside the process, over a store in a folder of its own.</summary>
internal sealed class Pipeline : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly DirectoryInfo _folder;

    private Pipeline(IHost host, DirectoryInfo folder)
    {
        _host = host;
        _folder = folder;
        Store = ((ProbedStore)Get<IStore>()).Real;
        Watch = Get<BusWatch>();
    }

    public IStore Store { get; }

    public BusWatch Watch { get; }

    public Moments Moments => Get<Moments>();

    public CountingRecognizer Recognizer => (CountingRecognizer)Get<IEntityRecognizer>();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <param name="clock">The wall clock; the system's where null.</param>
    /// <param name="settings">Settings under <c>NewsMesh</c>.</param>
    public static async Task<Pipeline> StartAsync(TimeProvider? clock = null, params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("newsmesh-services-");
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["NewsMesh:Bus"] = NewsMeshOptions.InMemoryBus,
            ["NewsMesh:Store"] = $"sqlite:{folder.FullName}/store.db?synchronous=normal",
            ["NewsMesh:BusOptions:RetryMin"] = "00:00:00.005",
            ["NewsMesh:BusOptions:RetryMax"] = "00:00:00.050",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("NewsMesh:" + s.Name, (string?)s.Value)));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.AddIngest();
        builder.AddStripping();
        builder.AddEntities();
        builder.AddDedup();
        builder.AddNewsMesh("test", NewsMeshOptions.From(builder.Configuration));
        builder.Services.AddSingleton<Moments>();
        builder.Services.AddSingleton<BusWatch>();
        Decorate<IStore>(builder.Services, (store, provider) => new ProbedStore(store, provider.GetRequiredService<Moments>()));
        Decorate<IEntityRecognizer>(builder.Services, (recognizer, _) => new CountingRecognizer(recognizer));

        var host = builder.Build();
        var watch = host.Services.GetRequiredService<BusWatch>();
        var bus = host.Services.GetRequiredService<IBusControl>();
        bus.ConnectPublishObserver(watch);
        bus.ConnectReceiveObserver(watch);
        await host.StartAsync();
        return new Pipeline(host, folder);
    }

    public async Task StopAsync()
    {
        try
        {
            await _host.StopAsync();
        }
        catch (NullReferenceException e)
            when (e.StackTrace?.Contains("MassTransit.Transports.PendingReceiveLockContext", StringComparison.Ordinal) is true)
        {
            // A race of MassTransit 8's own between the end of an endpoint and a message that waits for its turn. The host
            // has stopped its other parts by then: it tells of faults at the end.
        }
    }

    /// <summary>Drops an article as any client of the bus would; the submission's id.</summary>
    public Task<string> SubmitAsync(SubmitArticle article) => Get<IArticleSubmitter>().SubmitAsync(article);

    /// <summary>Drops an article under a message id of the sender's.</summary>
    public Task SendAsync(SubmitArticle article, Guid messageId) => SendAsync(article, context => context.MessageId = messageId);

    /// <summary>Drops bytes as they are, as a client without any library would.</summary>
    public Task SendAsync(string body, Action<SendContext>? configure = null) => SendAsync(new SubmitArticle(), context =>
    {
        var bytes = new BytesMessageBody(Encoding.UTF8.GetBytes(body));
        context.Serializer = new CopyBodySerializer(new ContentType("application/json"), bytes);
        configure?.Invoke(context);
    });

    /// <summary>Drops an article and waits for what becomes of it.</summary>
    public async Task<SubmissionDocument> RunAsync(SubmitArticle article) => await OutcomeAsync(await SubmitAsync(article));

    /// <summary>Waits for the end of a submission.</summary>
    public async Task<SubmissionDocument> OutcomeAsync(string submissionId)
    {
        SubmissionDocument? found = null;
        await Eventually.TrueAsync(
            async () => (found = await Store.Submissions.GetAsync(submissionId)) is { } s && s.Status != SubmissionStatus.Pending,
            $"an outcome of {submissionId}");
        return found!;
    }

    /// <summary>Enriched events of one article.</summary>
    public IReadOnlyList<(Guid MessageId, ArticleEnriched Message)> EventsOf(string articleId) =>
        [.. Watch.Published<ArticleEnriched>().Where(p => p.Message.ArticleId == articleId)];

    private async Task SendAsync(SubmitArticle article, Action<SendContext> configure)
    {
        var endpoint = await Get<IBus>().GetSendEndpoint(new Uri("queue:" + BusNames.Articles));
        await endpoint.Send<SubmitArticle>(article, context => configure(context));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static void Decorate<T>(IServiceCollection services, Func<T, IServiceProvider, T> decorate)
        where T : class
    {
        var original = services.Last(d => d.ServiceType == typeof(T));
        services.AddSingleton(provider => decorate((T)original.ImplementationFactory!(provider), provider));
    }
}
