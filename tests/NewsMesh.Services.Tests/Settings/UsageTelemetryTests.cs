using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Bus;

namespace NewsMesh.Services.Tests.Settings;

public sealed class UsageTelemetryTests
{
    [Theory]
    [InlineData(NewsMeshOptions.InMemoryBus)]
    [InlineData(NewsMeshOptions.DefaultBus)]
    public void The_bus_reports_nothing_to_its_makers(string bus)
    {
        var services = new ServiceCollection();
        services.AddNewsMeshBus(new NewsMeshOptions { Bus = bus, Store = "sqlite:unused.db" });
        using var provider = services.BuildServiceProvider();

        Assert.True(new UsageTelemetryOptions().Enabled, "Reporting is on where nothing switches it off.");
        Assert.False(provider.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled);
    }
}
