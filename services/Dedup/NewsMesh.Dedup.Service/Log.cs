namespace NewsMesh.Dedup.Service;

/// <summary>The dedup stage's log events.</summary>
internal static partial class Log
{
    [LoggerMessage(
        EventName = "dedup.signatures_expired", Level = LogLevel.Information, Message = "{Count} signatures have left the window")]
    public static partial void SignaturesExpired(this ILogger logger, int count);

    [LoggerMessage(
        EventName = "dedup.expiry_put_off", Level = LogLevel.Warning, Message = "The store is away: signatures are removed later")]
    public static partial void ExpiryPutOff(this ILogger logger, Exception exception);
}
