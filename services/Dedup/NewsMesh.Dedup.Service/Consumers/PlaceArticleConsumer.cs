using MassTransit;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Bus;

namespace NewsMesh.Dedup.Service.Consumers;

/// <summary>Places articles among those that came before, and announces them.</summary>
public sealed class PlaceArticleConsumer(DedupRun run, ArticleAnnouncer announcer) : IConsumer<EntitiesRecognized>
{
    public async Task Consume(ConsumeContext<EntitiesRecognized> context)
    {
        var message = context.Message;
        SubmissionName.Set(context, message.SubmissionId);
        var revision = await run.PlaceAsync(message, context.CancellationToken);
        var owner = context.MessageId?.ToString("N") ?? message.SubmissionId;
        await announcer.AnnounceAsync(revision, message.SubmissionId, owner, context.CancellationToken);
    }
}
