using MassTransit;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>Which submission a message is about, noted on the delivery so that a fault can be accounted for.</summary>
public sealed record SubmissionName(string SubmissionId)
{
    /// <summary>Header in which a sender may repeat the submission's id, for messages that turn out not to be readable.</summary>
    public const string Header = "newsmesh-submission-id";

    /// <summary>Notes the submission on a delivery.</summary>
    public static void Set(ConsumeContext context, string submissionId) =>
        context.ReceiveContext.AddOrUpdatePayload(() => new SubmissionName(submissionId), _ => new SubmissionName(submissionId));
}
