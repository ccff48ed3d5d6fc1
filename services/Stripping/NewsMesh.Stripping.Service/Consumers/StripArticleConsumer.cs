using MassTransit;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Bus;
using NewsMesh.ServiceDefaults.Outcomes;

namespace NewsMesh.Stripping.Service.Consumers;

/// <summary>Strips ingested pages.</summary>
public sealed class StripArticleConsumer(StrippingStage stage, StageConclusion conclusion) : IConsumer<ArticleIngested>
{
    public async Task Consume(ConsumeContext<ArticleIngested> context)
    {
        SubmissionName.Set(context, context.Message.SubmissionId);
        await conclusion.ConcludeAsync(context, await stage.StripAsync(context.Message, context.CancellationToken));
    }
}
