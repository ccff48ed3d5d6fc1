using DotNet.Testcontainers.Builders;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>The Docker engine that containers are started on.</summary>
internal static class DockerEngine
{
    private static readonly Lazy<string?> Checked = new(Check);

    /// <summary>Why no container can be started here, or null.</summary>
    public static string? Missing => Checked.Value;

    private static string? Check()
    {
        try
        {
            // Asks the engine for its version, and starts nothing.
            new ContainerBuilder("scratch").Build();
            return null;
        }
        catch (DockerUnavailableException e)
        {
            return "no Docker engine answers: " + e.Message.Split('\n')[0];
        }
    }
}
