using System.Collections.Frozen;

namespace NewsMesh.Entities.Grouping;

/// <summary>Other names of the same place or body that no rule can see: "us" is "united states".</summary>
internal static class NameAliases
{
    private static readonly FrozenDictionary<string, string> Canonical = ResourceLines.Read("aliases.txt")
        .Select(line => line.Split('=', StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The key to compare for a name's key.</summary>
    public static string Resolve(string key) => Canonical.GetValueOrDefault(key, key);
}
