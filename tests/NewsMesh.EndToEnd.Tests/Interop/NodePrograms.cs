using System.Diagnostics;

namespace NewsMesh.EndToEnd.Tests.Interop;

/// <summary>Programs for Node, with amqplib.</summary>
internal static class NodePrograms
{
    private static readonly NodePackage Amqplib = new("amqplib", "2.3.1");

    /// <summary>Why none can run here, or null.</summary>
    public static string? Missing => Amqplib.Missing;

    public static ProcessStartInfo Prepare(string folder, string code) => Amqplib.Prepare(folder, code);
}
