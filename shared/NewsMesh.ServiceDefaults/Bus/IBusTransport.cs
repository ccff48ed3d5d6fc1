using MassTransit;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>What differs between the bus inside the process and RabbitMQ.</summary>
internal interface IBusTransport
{
    /// <summary>Chooses the transport; <paramref name="common"/> configures what both share, before the endpoints.</summary>
    void Configure(IBusRegistrationConfigurator bus, Action<IBusFactoryConfigurator> common);

    /// <summary>Settings of one work queue.</summary>
    void ConfigureWorkQueue(IReceiveEndpointConfigurator endpoint, IRegistrationContext context);

    /// <summary>Makes a queue this process's own, to go with it, and binds it to a public exchange.</summary>
    void ConfigureTap(IReceiveEndpointConfigurator endpoint, string exchange, string key);

    /// <summary>Where submissions are sent.</summary>
    Uri SubmissionAddress { get; }
}
