using NewsMesh.MongoGateway.Servers;
using NewsMesh.MongoGateway.Tests.Support;

namespace NewsMesh.MongoGateway.Tests.Clients;

/// <summary>Clients that others wrote, against the gateway: each program of the folders python and node is a test.</summary>
[Collection(OnSharedServer.Name)]
public sealed class ForeignClientTests(MongoServerFixture fixture)
{
    public static TheoryData<string> PythonPrograms => [.. ClientProgram.Names("python")];

    public static TheoryData<string> NodePrograms => [.. ClientProgram.Names("node")];

    [ClientTheory("python")]
    [MemberData(nameof(PythonPrograms))]
    public Task Pymongo_gets_what_it_expects(string program) => RunAsync("python", program);

    [ClientTheory("node")]
    [MemberData(nameof(NodePrograms))]
    public Task The_node_driver_gets_what_it_expects(string program) => RunAsync("node", program);

    private async Task RunAsync(string language, string program)
    {
        var (exitCode, output) = await ClientProgram.RunAsync(language, program, fixture.Server.Uri, MongoServer.NewDatabaseName());
        Assert.True(exitCode == 0, output);
        Assert.EndsWith("done\n", output, StringComparison.Ordinal);
    }
}
