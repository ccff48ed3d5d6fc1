namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>Servers of the tests' own: processes of the installed rabbitmq-server.</summary>
internal static class RabbitMqServers
{
    /// <summary>Why none can be started here, or null.</summary>
    public static string? Missing => LocalRabbitMqServer.Missing;

    /// <summary>One that is not started yet.</summary>
    public static IRabbitMqServer New() => new LocalRabbitMqServer();
}
