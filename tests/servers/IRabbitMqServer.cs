namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>A RabbitMQ server that a test may stop.</summary>
internal interface IRabbitMqServer : IAsyncDisposable
{
    Uri Address { get; }

    /// <summary>The server's process; null where it is none of this machine's that could be watched.</summary>
    int? ProcessId { get; }

    /// <summary>Starts the server on its data; it may not answer yet when the task ends.</summary>
    Task StartAsync();

    /// <summary>Fails where the server has ended by itself, which no wait will mend.</summary>
    void ThrowIfEnded();

    /// <summary>Stops the server as an operator would.</summary>
    Task StopAsync();
}
