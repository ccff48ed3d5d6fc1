namespace NewsMesh.Gateway.Tests.Browser;

/// <summary>A test that needs a Chromium on the machine; skipped with its reason where there is none. Nothing is downloaded.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    private const string Variable = "NEWSMESH_CHROMIUM";

    public ChromiumFactAttribute()
    {
        if (!File.Exists(Path))
        {
            Skip = $"There is no Chromium at {Path}; install Debian's package chromium, or name another one in {Variable}.";
        }
    }

    public static string Path { get; } = Environment.GetEnvironmentVariable(Variable) ?? "/usr/bin/chromium";
}
