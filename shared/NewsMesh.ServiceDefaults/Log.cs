using Microsoft.Extensions.Logging;

namespace NewsMesh.ServiceDefaults;

/// <summary>Log events of what all services share. Never article bodies.</summary>
internal static partial class Log
{
    [LoggerMessage(EventName = "article.rejected", Level = LogLevel.Information, Message = "Rejected by {Stage} as {Reason}: submission {SubmissionId}")]
    public static partial void Rejected(ILogger logger, string stage, string reason, string? submissionId);

    [LoggerMessage(EventName = "message.dead_lettered", Level = LogLevel.Error, Message = "A message of {Stage} failed for good and goes to the error queue")]
    public static partial void DeadLettered(ILogger logger, string stage, Exception exception);

    [LoggerMessage(EventName = "message.waiting", Level = LogLevel.Warning, Message = "A message waits and will be tried again: {Why}")]
    public static partial void Waiting(ILogger logger, string why);
}
