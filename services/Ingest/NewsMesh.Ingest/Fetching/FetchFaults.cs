using System.Net.Sockets;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace NewsMesh.Ingest;

/// <summary>What the exceptions of a fetch mean.</summary>
internal static class FetchFaults
{
    /// <summary>Whether another try may do better: not with a refused address, an unknown name or a bad certificate.</summary>
    public static bool MayPass(HttpRequestException exception) =>
        exception.InnerException is not (AddressRefusedException or SocketException { SocketErrorCode: SocketError.HostNotFound })
        && exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError or HttpRequestError.Unknown;

    /// <summary>The handler reports its connect timeout as a cancellation of its own.</summary>
    public static bool IsConnectTimeout(OperationCanceledException exception) => exception.InnerException is TimeoutException;

    /// <summary>The rejection for an exception that ended a fetch; null for one that is not about the page.</summary>
    public static IntakeRejection? Describe(Exception exception) => exception switch
    {
        HttpRequestException { InnerException: AddressRefusedException refused } => new(IngestFault.FetchForbidden, refused.Message),
        HttpRequestException failed => Failed($"the request failed: {failed.HttpRequestError}"),
        BrokenCircuitException => Failed("the host failed too often and is left alone for a while"),
        TimeoutRejectedException => Failed("the page did not come in time"),
        OperationCanceledException cancelled when IsConnectTimeout(cancelled) => Failed("the host could not be reached in time"),
        InvalidDataException => Failed("the page's compression is broken"),
        IOException => Failed("the connection broke off"),
        _ => null,
    };

    private static IntakeRejection Failed(string detail) => new(IngestFault.FetchFailed, detail);
}
