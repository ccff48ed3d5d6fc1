using MassTransit;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Bus;
using NewsMesh.ServiceDefaults.Outcomes;

namespace NewsMesh.Entities.Service.Consumers;

/// <summary>Tags stripped articles.</summary>
public sealed class RecognizeEntitiesConsumer(EntitiesStage stage, StageConclusion conclusion) : IConsumer<ArticleStripped>
{
    public async Task Consume(ConsumeContext<ArticleStripped> context)
    {
        SubmissionName.Set(context, context.Message.SubmissionId);
        await conclusion.ConcludeAsync(context, await stage.RecognizeAsync(context.Message, context.CancellationToken));
    }
}
