namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>A test on a real RabbitMQ; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RabbitMqFactAttribute : FactAttribute
{
    /// <param name="own">Whether the test needs a broker that is new, its alone, and may be stopped.</param>
    public RabbitMqFactAttribute(bool own = false)
    {
        Skip = own ? RabbitMqBroker.OwnMissing : RabbitMqBroker.Missing;
    }
}
