using System.Text;
using DotNet.Testcontainers.Builders;
using Testcontainers.RabbitMq;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>A container of RabbitMQ with the image of docker-compose.yml.</summary>
internal sealed class RabbitMqContainerServer : IRabbitMqServer
{
    private const string Image = "rabbitmq:4.1-management";
    private const string User = "guest";

    private static readonly Lazy<string?> Checked = new(Check);

    // A port of the machine that stays: a container that is stopped and started gets another one otherwise.
    private readonly int _port = Ports.Free();
    private readonly RabbitMqContainer _container;

    public RabbitMqContainerServer() => _container = Builder()
        .WithPortBinding(_port, RabbitMqBuilder.RabbitMqPort)
        .WithResourceMapping(Encoding.UTF8.GetBytes(RabbitMqBroker.Settings), "/etc/rabbitmq/conf.d/90-newsmesh.conf")
        .Build();

    /// <summary>Why no container can be started here, or null.</summary>
    public static string? Missing => Checked.Value;

    public Uri Address => new($"amqp://{User}:{User}@{_container.Hostname}:{_port}/");

    public int? ProcessId => null;

    public Task StartAsync() => _container.StartAsync();

    /// <summary>A container that ends while it starts has failed its start already.</summary>
    public void ThrowIfEnded()
    {
    }

    public Task StopAsync() => _container.StopAsync();

    public ValueTask DisposeAsync() => _container.DisposeAsync();

    private static RabbitMqBuilder Builder() => new RabbitMqBuilder(Image).WithUsername(User).WithPassword(User);

    private static string? Check()
    {
        try
        {
            // Asks the Docker engine for its version, and starts nothing.
            Builder().Build();
            return null;
        }
        catch (DockerUnavailableException e)
        {
            return "no Docker engine answers: " + e.Message.Split('\n')[0];
        }
    }
}
