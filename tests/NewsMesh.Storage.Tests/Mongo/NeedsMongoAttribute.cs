using NewsMesh.MongoGateway.Servers;
using NewsMesh.Storage.Tests.Compliance;

namespace NewsMesh.Storage.Tests.Mongo;

/// <summary>A test class on a MongoDB server.</summary>
public sealed class NeedsMongoAttribute : NeedsServerAttribute
{
    public override string? Missing => MongoServer.Missing;
}
