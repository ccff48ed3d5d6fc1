namespace NewsMesh.MongoGateway.Servers;

/// <summary>A MongoDB server that a test may stop.</summary>
internal interface IOwnMongoServer : IAsyncDisposable
{
    /// <summary>The server's URI, without a database.</summary>
    string Uri { get; }

    /// <summary>Ends the server as it stands: every connection ends, and none can be made.</summary>
    Task KillAsync();

    /// <summary>Starts the killed server on its data.</summary>
    Task StartAsync();
}
