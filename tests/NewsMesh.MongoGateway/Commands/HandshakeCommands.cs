using MongoDB.Bson;

namespace NewsMesh.MongoGateway.Commands;

/// <summary>What a server says of itself.</summary>
internal sealed class HandshakeCommands(GatewayOptions options, Func<int> port, TimeProvider clock)
{
    private const int MaxBsonObjectSize = 16 * 1024 * 1024;
    private const int MaxWriteBatchSize = 100_000;
    private const int SessionTimeoutMinutes = 30;

    /// <summary>Of MongoDB 7.0.</summary>
    private const int MaxWireVersion = 21;
    private const string Version = "7.0.0";

    public bool IsReplicaSet => options.ReplicaSet is not null;

    public byte[] Hello(CommandRequest request)
    {
        var reply = new BsonDocument
        {
            { "helloOk", true },
            { request.Name == "hello" ? "isWritablePrimary" : "ismaster", true },
            { "maxBsonObjectSize", MaxBsonObjectSize },
            { "maxMessageSizeBytes", options.MaxMessageBytes },
            { "maxWriteBatchSize", MaxWriteBatchSize },
            { "localTime", new BsonDateTime(clock.GetUtcNow().UtcDateTime) },
            { "logicalSessionTimeoutMinutes", SessionTimeoutMinutes },
            { "minWireVersion", 0 },
            { "maxWireVersion", MaxWireVersion },
            { "readOnly", false },
        };
        if (options.ReplicaSet is { } set)
        {
            var me = $"127.0.0.1:{port()}";
            reply.AddRange(new BsonDocument
            {
                { "setName", set },
                { "setVersion", 1 },
                { "secondary", false },
                { "hosts", new BsonArray { me } },
                { "primary", me },
                { "me", me },
                { "electionId", new ObjectId("7fffffff0000000000000001") },
            });
        }

        return Reply.Ok(reply);
    }

    public static byte[] BuildInfo() => Reply.Ok(new BsonDocument
    {
        { "version", Version },
        { "versionArray", new BsonArray(Version.Split('.').Select(int.Parse).Append(0)) },
        { "gitVersion", "newsmesh-mongo-gateway" },
        { "modules", new BsonArray() },
        { "bits", 64 },
        { "debug", false },
        { "maxBsonObjectSize", MaxBsonObjectSize },
    });

    public static byte[] StartSession() => Reply.Ok(new BsonDocument
    {
        { "id", new BsonDocument("id", new BsonBinaryData(Guid.NewGuid(), GuidRepresentation.Standard)) },
        { "timeoutMinutes", SessionTimeoutMinutes },
    });

    public static byte[] ConnectionStatus() => Reply.Ok(new BsonDocument("authInfo", new BsonDocument
    {
        { "authenticatedUsers", new BsonArray() },
        { "authenticatedUserRoles", new BsonArray() },
    }));
}
