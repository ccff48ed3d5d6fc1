using NewsMesh.Ingest.Service;
using NewsMesh.ServiceDefaults.Hosting;

return await ServiceHost.RunAsync("ingest", args, IngestRegistration.DefaultPort, builder => builder.AddIngest());
