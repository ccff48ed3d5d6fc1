using System.Diagnostics;
using MassTransit;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Telemetry;

namespace NewsMesh.ServiceDefaults.Bus;

/// <inheritdoc />
internal sealed class ArticleSubmitter(IBus bus, IBusTransport transport, BusOptions options) : IArticleSubmitter
{
    public async Task<string> SubmitAsync(SubmitArticle article, CancellationToken ct = default)
    {
        var named = article.Id is null ? article with { Id = Guid.NewGuid().ToString("N") } : article;

        // One trace per article, even where one request brings many: the request is linked, not the parent.
        var request = Activity.Current;
        Activity.Current = null;
        using var activity = NewsMeshTelemetry.Source.StartActivity(
            "submit article", ActivityKind.Internal, default(ActivityContext), links: request is null ? null : [new(request.Context)]);
        try
        {
            await ConfirmedSend.RunAsync("the article", options.PublishTimeout, async token =>
            {
                var endpoint = await bus.GetSendEndpoint(transport.SubmissionAddress);
                await endpoint.Send(named, context =>
                {
                    context.SetMandatory();
                    context.Headers.Set(SubmissionName.Header, named.Id);
                }, token);
            }, ct);
            return named.Id!;
        }
        finally
        {
            Activity.Current = request;
        }
    }
}
