using System.Runtime.Serialization;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Outcomes;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>A message that cannot be read as a submission is a counted rejection; only real faults go on to the error queue.</summary>
internal sealed class MalformedSubmissionFilter(IServiceProvider services) : IFilter<ExceptionReceiveContext>
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("malformedSubmission");

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        // A named submission was read already: what failed then is not its form.
        if (context.TryGetPayload(out SubmissionName? _) || FaultOf(context) is not { } fault)
        {
            await next.Send(context);
            return;
        }

        await services.GetRequiredService<RejectionRecorder>().RejectMessageAsync(
            context, RejectionReasons.Malformed, "The message is not a submission: " + fault);

        // Without this the message would count as not consumed, and a copy would go to _skipped.
        await context.NotifyFaulted(context.Exception);
    }

    /// <summary>What is wrong with the message's form, or null where it is something else that failed.</summary>
    private static string? FaultOf(ExceptionReceiveContext context) =>
        context.Body.GetBytes().AsSpan().Trim(" \t\r\n"u8).SequenceEqual("null"u8)
            ? "it is JSON null."
            : JsonErrorIn(context.Exception)?.Message;

    /// <summary>The innermost error of reading, whose sentence names path and position; null for any other fault.</summary>
    private static Exception? JsonErrorIn(Exception? exception) => exception is null
        ? null
        : JsonErrorIn(exception.InnerException) ?? (exception is JsonException or SerializationException ? exception : null);
}
