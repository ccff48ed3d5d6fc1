using NewsMesh.Entities.Service;
using NewsMesh.ServiceDefaults.Hosting;

return await ServiceHost.RunAsync("entities", args, EntitiesRegistration.DefaultPort, builder => builder.AddEntities());
