namespace NewsMesh.MongoGateway.Wire;

/// <summary>One message of the MongoDB wire protocol: what its header says, and the bytes after the header.</summary>
internal sealed record WireMessage(int RequestId, int ResponseTo, OpCode OpCode, byte[] Body);

internal enum OpCode
{
    Reply = 1,
    Query = 2004,
    Msg = 2013,
}
