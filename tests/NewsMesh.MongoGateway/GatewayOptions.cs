namespace NewsMesh.MongoGateway;

/// <summary>What a gateway listens on and how it presents itself.</summary>
public sealed record GatewayOptions
{
    /// <summary>Npgsql's connection string to a PostgreSQL database with the DocumentDB extension.</summary>
    public required string Engine { get; init; }

    /// <summary>Port of the loopback address; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Name of the replica set of one member that it appears to be; null for a standalone, which knows no retryable writes.</summary>
    public string? ReplicaSet { get; init; }

    /// <summary>Connections at one time; more are closed at once.</summary>
    public int MaxConnections { get; init; } = 500;

    /// <summary>Length of a message, header included.</summary>
    public int MaxMessageBytes { get; init; } = 48_000_000;
}
