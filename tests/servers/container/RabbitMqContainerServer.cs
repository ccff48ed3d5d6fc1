using System.Text;
using Testcontainers.RabbitMq;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>A container of RabbitMQ with the image of docker-compose.yml.</summary>
internal sealed class RabbitMqContainerServer : IRabbitMqServer
{
    private const string Image = "rabbitmq:4.1-management";
    private const string User = "guest";

    // A port of the machine that stays: a container that is stopped and started gets another one otherwise.
    private readonly int _port = Ports.Free();
    private readonly RabbitMqContainer _container;

    public RabbitMqContainerServer() => _container = new RabbitMqBuilder(Image)
        .WithUsername(User)
        .WithPassword(User)
        .WithPortBinding(_port, RabbitMqBuilder.RabbitMqPort)
        .WithResourceMapping(Encoding.UTF8.GetBytes(RabbitMqBroker.Settings), "/etc/rabbitmq/conf.d/90-newsmesh.conf")
        .Build();

    public Uri Address => new($"amqp://{User}:{User}@{_container.Hostname}:{_port}/");

    public int? ProcessId => null;

    public Task StartAsync() => _container.StartAsync();

    /// <summary>A container that ends while it starts has failed its start already.</summary>
    public void ThrowIfEnded()
    {
    }

    public Task StopAsync() => _container.StopAsync();

    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
