namespace NewsMesh.Gateway;

/// <summary>The gateway's log events.</summary>
internal static partial class Log
{
    [LoggerMessage(
        EventName = "gateway.submission_failed",
        Level = LogLevel.Warning,
        Message = "The bus did not take submission {SubmissionId}")]
    public static partial void SubmissionFailed(this ILogger logger, string submissionId, Exception exception);
}
