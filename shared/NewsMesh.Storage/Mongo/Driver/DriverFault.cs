using System.Net;
using MongoDB.Driver;
using MongoDB.Driver.Core.Clusters;
using MongoDB.Driver.Core.Servers;

namespace NewsMesh.Storage.Mongo.Connection;

/// <summary>MongoDB.Driver's exceptions in the seam's terms.</summary>
internal static class DriverFault
{
    /// <summary>The server's code for wrong credentials, when a connection opens or later.</summary>
    private const int AuthenticationFailed = 18;

    /// <summary>The fault that an exception of a command stands for; null for what is a fault of the caller.</summary>
    public static MongoFaultException? Of(Exception e, ClusterDescription cluster) => e switch
    {
        MongoCommandException { Code: AuthenticationFailed } x => Unauthenticated(x),
        MongoCommandException x => Refused(x.Code, x.ErrorMessage, x),
        MongoExecutionTimeoutException x => Refused(x.Code, x.Message, x),
        MongoServerException x => Refused(0, x.Message, x),
        MongoAuthenticationException { InnerException: MongoCommandException { Code: AuthenticationFailed } x } => Unauthenticated(x),
        MongoConnectionException x => Unreachable($"{Name(x.ConnectionId.ServerId.EndPoint)}: {x.GetBaseException().Message}", x),
        MongoConfigurationException or MongoIncompatibleDriverException => Misconfigured(e.Message, e),
        TimeoutException => Unreachable(NoServer(cluster) ?? e.Message, e),
        MongoException => Unreachable(e.Message, e),
        _ => null,
    };

    /// <summary>The fault of a connection string. The driver's words may repeat a part of it, and so its password.</summary>
    public static MongoFaultException OfConnectionString(string connectionString, Exception e) =>
        connectionString.Contains('@', StringComparison.Ordinal) || connectionString.Contains("password", StringComparison.OrdinalIgnoreCase)
            ? Misconfigured("The MongoDB connection string is not valid: check its options, and that user name and password are percent-encoded.", null)
            : Misconfigured($"The MongoDB connection string is not valid: {e.Message}", e);

    /// <summary>Why no server can be selected, without the driver's dump of its state; null where one can.</summary>
    private static string? NoServer(ClusterDescription cluster)
    {
        if (cluster.Servers.Any(s => s.IsDataBearing && s.Type is not ServerType.ReplicaSetSecondary))
        {
            return null;
        }

        var reasons = cluster.Servers.Select(s => $"{Name(s.EndPoint)}: {s.HeartbeatException?.GetBaseException().Message ?? s.Type.ToString()}");
        return "No primary: " + string.Join("; ", cluster.DnsMonitorException is { } dns ? reasons.Append(dns.Message) : reasons);
    }

    private static string Name(EndPoint server) => server is DnsEndPoint dns ? $"{dns.Host}:{dns.Port}" : $"{server}";

    private static MongoFaultException Unreachable(string message, Exception e) => new(MongoFaultKind.Unreachable, 0, message, e);

    private static MongoFaultException Refused(int code, string message, Exception e) => new(MongoFaultKind.Refused, code, message, e);

    private static MongoFaultException Unauthenticated(MongoCommandException e) =>
        Misconfigured($"{Name(e.ConnectionId.ServerId.EndPoint)} refuses the user or the password: {e.ErrorMessage}", e);

    private static MongoFaultException Misconfigured(string message, Exception? e) => new(MongoFaultKind.Misconfigured, 0, message, e);
}
