namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>A test on a real RabbitMQ; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RabbitMqFactAttribute : FactAttribute
{
    public RabbitMqFactAttribute()
    {
        Skip = RabbitMqBroker.Missing;
    }
}
