namespace NewsMesh.MongoGateway.Engine;

/// <summary>A statement with positional parameters; null stands for SQL's NULL of a bytea.</summary>
internal sealed record Statement(string Sql, params object?[] Parameters)
{
    /// <summary>Time that the statement may take; null for as long as it needs.</summary>
    public TimeSpan? MaxTime { get; init; }
}
