using NewsMesh.ServiceDefaults.Hosting;
using NewsMesh.Stripping.Service;

return await ServiceHost.RunAsync("stripping", args, StrippingRegistration.DefaultPort, builder => builder.AddStripping());
