using MassTransit;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>The drop queue takes plain JSON of any client beside MassTransit's envelope, and answers for whatever else arrives.</summary>
public static class SubmissionEndpoint
{
    /// <summary>
    /// Configures the endpoint of <see cref="BusNames.Articles"/>, before what all stages share: filters run in the order that they are added.
    /// </summary>
    public static void Configure(IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
    {
        var services = (IServiceProvider)context;
        endpoint.ConfigureConsumeTopology = false;
        endpoint.UseRawJsonDeserializer(RawSerializerOptions.AnyMessageType, isDefault: true);
        endpoint.ConfigureReceive(receive =>
        {
            receive.UseFilter(new TraceParentFilter(BusNames.Articles));
            receive.UseFilter(new SubmissionSizeFilter(services));
        });
        endpoint.ConfigureError(error => error.UseFilter(new MalformedSubmissionFilter(services)));
        endpoint.ConfigureDeadLetter(skipped => skipped.UseFilter(new ForeignEnvelopeFilter(services)));
    }
}
