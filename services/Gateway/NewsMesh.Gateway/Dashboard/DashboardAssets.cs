using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace NewsMesh.Gateway.Dashboard;

/// <summary>The dashboard's files, which the assembly carries.</summary>
internal sealed class DashboardAssets
{
    private const string Prefix = "dashboard/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, DashboardAsset> _assets;

    public DashboardAssets()
    {
        var assembly = typeof(DashboardAssets).Assembly;
        _assets = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(n => n[Prefix.Length..], n => Read(assembly.GetManifestResourceStream(n)!, Types[Path.GetExtension(n)]));
    }

    /// <summary>A file by its name, or null.</summary>
    public DashboardAsset? Find(string name) => _assets.GetValueOrDefault(name);

    private static DashboardAsset Read(Stream stream, string type)
    {
        using var memory = new MemoryStream();
        using (stream)
        {
            stream.CopyTo(memory);
        }

        var content = memory.ToArray();
        return new DashboardAsset(content, type, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\""));
    }
}
