using NewsMesh.Gateway;
using NewsMesh.ServiceDefaults.Hosting;

return await ServiceHost.RunAsync(
    "gateway", args, GatewayRegistration.DefaultPort, builder => builder.AddGateway(), app => app.MapGateway());
