namespace NewsMesh.MongoGateway.Engine;

/// <summary>The engine is away. Its client must see what a dead server shows: a connection that ends.</summary>
internal sealed class EngineUnreachableException(Exception cause) : Exception("The engine is away.", cause);
