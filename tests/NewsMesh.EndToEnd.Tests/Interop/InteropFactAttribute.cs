using NewsMesh.EndToEnd.Tests.Support;

namespace NewsMesh.EndToEnd.Tests.Interop;

/// <summary>A test with clients in other languages on a real RabbitMQ; skipped, with the reason, where one of them is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InteropFactAttribute : FactAttribute
{
    /// <param name="languages">python, javascript.</param>
    public InteropFactAttribute(params string[] languages)
    {
        Skip = RabbitMqBroker.Missing
            ?? (languages.Contains("python") ? PythonPrograms.Missing : null)
            ?? (languages.Contains("javascript") ? NodePrograms.Missing : null);
    }
}
