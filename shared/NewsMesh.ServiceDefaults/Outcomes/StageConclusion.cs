using MassTransit;
using NewsMesh.ServiceDefaults.Bus;

namespace NewsMesh.ServiceDefaults.Outcomes;

/// <summary>Carries out what a stage decided: publish, reject or note the end. The message is acknowledged afterwards.</summary>
public sealed class StageConclusion(IBus bus, RejectionRecorder rejections, OutcomeRecorder outcomes, BusOptions options)
{
    public async Task ConcludeAsync<T>(ConsumeContext context, StageOutcome<T> outcome)
        where T : class
    {
        var ct = context.CancellationToken;
        if (outcome.Next is { } next)
        {
            await PublishAsync(next, ct);
        }
        else if (outcome.Rejected is { } rejected)
        {
            await rejections.RejectAsync(rejected, ct);
        }
        else
        {
            await outcomes.RecordAsync(outcome.Finished!, ct);
        }
    }

    /// <summary>
    /// An event for the next stage is lost if no queue takes it: that is an error, and so is no confirm in time. It goes out
    /// by the bus and not by the message's context, which would remember a failed publish and move the message to the error
    /// queue although it was tried again with success.
    /// </summary>
    private Task PublishAsync<T>(T next, CancellationToken ct)
        where T : class =>
        ConfirmedSend.RunAsync(
            typeof(T).Name, options.PublishTimeout, token => bus.Publish(next, x => x.SetMandatory(), token), ct);
}
