namespace NewsMesh.MongoGateway.Servers;

/// <summary>Servers of the tests' own: private engines.</summary>
internal static class OwnMongoServers
{
    /// <summary>Why none can be started here, or null.</summary>
    public static string? Missing => LocalMongoServer.Missing;

    /// <param name="replicaSet">Name of the replica set that it is the one member of; null for a standalone.</param>
    public static async Task<IOwnMongoServer> StartNewAsync(string? replicaSet) => await LocalMongoServer.StartNewAsync(replicaSet);
}
