using MassTransit;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Bus;
using NewsMesh.ServiceDefaults.Outcomes;

namespace NewsMesh.Ingest.Service.Consumers;

/// <summary>Takes dropped articles in.</summary>
public sealed class SubmitArticleConsumer(IngestStage stage, StageConclusion conclusion) : IConsumer<SubmitArticle>
{
    public async Task Consume(ConsumeContext<SubmitArticle> context)
    {
        var ct = context.CancellationToken;
        var record = await stage.ReceiveAsync(context.Message, Delivery.Of(context.ReceiveContext), ct);
        SubmissionName.Set(context, record.SubmissionId);
        if (await stage.TakeAsync(record, context.Message, ct) is { } outcome)
        {
            await conclusion.ConcludeAsync(context, outcome);
        }
    }
}
