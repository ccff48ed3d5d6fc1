using NewsMesh.EndToEnd.Tests.Support;

namespace NewsMesh.MongoGateway.Servers;

/// <summary>Servers of the tests' own, the Upstream flavour: containers, or private engines where no Docker engine answers.</summary>
internal static class OwnMongoServers
{
    /// <summary>Why none can be started here, or null.</summary>
    public static string? Missing =>
        DockerEngine.Missing is { } noContainer && LocalMongoServer.Missing is { } noEngine ? $"{noContainer} {noEngine}" : null;

    /// <param name="replicaSet">Name of the replica set that it is the one member of; null for a standalone.</param>
    public static async Task<IOwnMongoServer> StartNewAsync(string? replicaSet) => DockerEngine.Missing is null
        ? await MongoContainerServer.StartNewAsync(replicaSet)
        : await LocalMongoServer.StartNewAsync(replicaSet);
}
