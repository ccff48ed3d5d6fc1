using System.Runtime.InteropServices;
using NewsMesh.MongoGateway;
using NewsMesh.MongoGateway.Servers;

if (args is [])
{
    await using var server = await MongoServer.StartNewAsync();
    Console.WriteLine(server.Uri);
    await EndAsync();
    return 0;
}

if (args is not [var engine, .. var rest] || rest.Length > 2 || !int.TryParse(rest.ElementAtOrDefault(0) ?? "0", out var port))
{
    Console.Error.WriteLine("usage: NewsMesh.MongoGateway [ENGINE_CONNECTION_STRING [PORT [REPLICA_SET]]]; without arguments on an engine of its own");
    return 2;
}

await using var gateway = await Gateway.StartAsync(new GatewayOptions { Engine = engine, Port = port, ReplicaSet = rest.ElementAtOrDefault(1) });
Console.WriteLine(gateway.Uri);
await EndAsync();
return 0;

// Until the process is asked to stop.
static async Task EndAsync()
{
    var ended = new TaskCompletionSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
    await ended.Task;

    void End(PosixSignalContext context)
    {
        context.Cancel = true;
        ended.TrySetResult();
    }
}
