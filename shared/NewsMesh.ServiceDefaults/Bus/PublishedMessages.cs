using MassTransit;
using NewsMesh.Contracts;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>Names, routing keys and forms of the messages, the same on every transport.</summary>
internal static class PublishedMessages
{
    private const string PlainJson = "application/json";

    public static void Configure(IBusFactoryConfigurator bus)
    {
        bus.Message<SubmitArticle>(x => x.SetEntityName(BusNames.Articles));
        bus.Message<ArticleIngested>(x => x.SetEntityName(BusNames.IngestedExchange));
        bus.Message<ArticleStripped>(x => x.SetEntityName(BusNames.StrippedExchange));
        bus.Message<EntitiesRecognized>(x => x.SetEntityName(BusNames.RecognizedExchange));

        Public<ArticleEnriched>(bus, BusNames.Enriched, e => $"{e.Language}.{e.Duplicate.Status}");
        Public<ArticleRejected>(bus, BusNames.Rejected, e => $"{e.Stage}.{e.Reason}");
        Public<DuplicateChanged>(bus, BusNames.Changed, _ => "duplicate");
        Public<StoryChanged>(bus, BusNames.Changed, _ => "story");
    }

    private static void Public<T>(IBusFactoryConfigurator bus, string exchange, Func<T, string> routingKey)
        where T : class
    {
        bus.Message<T>(x => x.SetEntityName(exchange));
        bus.Send<T>(x =>
        {
            x.UseSerializer(PlainJson);
            x.UseRoutingKeyFormatter(context => routingKey(context.Message));
        });
    }
}
