namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>Servers of the tests' own, the Upstream flavour: containers, or local processes where no Docker engine answers.</summary>
internal static class RabbitMqServers
{
    /// <summary>Why none can be started here, or null.</summary>
    public static string? Missing =>
        DockerEngine.Missing is { } noContainer && LocalRabbitMqServer.Missing is { } noServer ? $"{noContainer} {noServer}" : null;

    /// <summary>One that is not started yet.</summary>
    public static IRabbitMqServer New() => DockerEngine.Missing is null ? new RabbitMqContainerServer() : new LocalRabbitMqServer();
}
