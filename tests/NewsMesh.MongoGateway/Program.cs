using NewsMesh.MongoGateway;

if (args is not [var engine, .. var rest] || rest.Length > 2 || !int.TryParse(rest.ElementAtOrDefault(0) ?? "0", out var port))
{
    Console.Error.WriteLine("usage: NewsMesh.MongoGateway ENGINE_CONNECTION_STRING [PORT [REPLICA_SET]]");
    return 2;
}

await using var gateway = await Gateway.StartAsync(new GatewayOptions { Engine = engine, Port = port, ReplicaSet = rest.ElementAtOrDefault(1) });
Console.WriteLine(gateway.Uri);
var ended = new TaskCompletionSource();
using var interrupt = System.Runtime.InteropServices.PosixSignalRegistration.Create(
    System.Runtime.InteropServices.PosixSignal.SIGINT, context => { context.Cancel = true; ended.TrySetResult(); });
using var terminate = System.Runtime.InteropServices.PosixSignalRegistration.Create(
    System.Runtime.InteropServices.PosixSignal.SIGTERM, context => { context.Cancel = true; ended.TrySetResult(); });
await ended.Task;
return 0;
