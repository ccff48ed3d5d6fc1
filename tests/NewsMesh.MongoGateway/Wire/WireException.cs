namespace NewsMesh.MongoGateway.Wire;

/// <summary>The peer does not speak the protocol, or more than the limits allow: the connection is of no further use.</summary>
public sealed class WireException(string message) : Exception(message);
