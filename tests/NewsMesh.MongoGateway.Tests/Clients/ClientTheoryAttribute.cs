using NewsMesh.MongoGateway.Servers;
using NewsMesh.MongoGateway.Tests.Support;

namespace NewsMesh.MongoGateway.Tests.Clients;

/// <summary>A test with a client in another language; skipped, with the reason, where the client or the tests' own server is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClientTheoryAttribute : TheoryAttribute
{
    public ClientTheoryAttribute(string language)
    {
        Skip = MongoServer.EngineMissing ?? ClientProgram.Missing(language);
    }
}
