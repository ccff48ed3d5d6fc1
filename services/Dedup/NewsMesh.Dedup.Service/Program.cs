using NewsMesh.Dedup.Service;
using NewsMesh.ServiceDefaults.Hosting;

return await ServiceHost.RunAsync("dedup", args, DedupRegistration.DefaultPort, builder => builder.AddDedup());
