using MassTransit;
using NewsMesh.Storage;

namespace NewsMesh.ServiceDefaults.Hosting;

/// <summary>What keeps a host from starting, in one sentence for people.</summary>
public static class StartFault
{
    /// <summary>The sentence, or null for a fault of the code, which should be seen as one.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        SettingException or StoreConfigurationException => exception.Message,
        StoreUnavailableException => "The store does not answer: " + exception.Message,
        BusUnavailableException => exception.Message,
        IOException e when e.Message.StartsWith("Failed to bind to address", StringComparison.Ordinal) =>
            e.Message + " Choose another one with NewsMesh__Urls (or --urls).",
        ConfigurationException e => "The bus cannot be set up: " + e.Message,
        _ => exception.InnerException is { } inner ? Explain(inner) : null,
    };
}
