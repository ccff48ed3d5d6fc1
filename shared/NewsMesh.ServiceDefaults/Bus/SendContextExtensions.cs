using MassTransit;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>Settings of single sends.</summary>
public static class SendContextExtensions
{
    /// <summary>On RabbitMQ a message that no queue takes becomes an error instead of being confirmed and gone.</summary>
    public static void SetMandatory(this SendContext context)
    {
        if (context.TryGetPayload(out RabbitMqSendContext? rabbit))
        {
            rabbit.Mandatory = true;
        }
    }
}
