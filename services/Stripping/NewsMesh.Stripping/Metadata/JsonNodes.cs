using System.Text.Json;

namespace NewsMesh.Stripping.Metadata;

/// <summary>Reads JSON-LD, where nearly everything may be a string, an object or an array of either.</summary>
internal static class JsonNodes
{
    // A page that lists more is a data dump.
    private const int MaxObjects = 2000;

    /// <summary>The objects of a document that stand for something of their own: the root, members of arrays and graphs, main entities.</summary>
    public static IEnumerable<JsonElement> Objects(JsonElement root)
    {
        var pending = new Queue<JsonElement>([root]);
        for (var seen = 0; seen < MaxObjects && pending.TryDequeue(out var node); seen++)
        {
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var member in node.EnumerateArray())
                    pending.Enqueue(member);
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                yield return node;
                foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "hasPart"])
                {
                    if (node.TryGetProperty(name, out var inner))
                        pending.Enqueue(inner);
                }
            }
        }
    }

    /// <summary>A property as text; the first one of an array.</summary>
    public static string? Text(JsonElement node, string property) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out var value) ? Text(value) : null;

    /// <summary>A property as an address: a string, or the url of an object.</summary>
    public static string? Address(JsonElement node, string property)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(property, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Array)
            value = value.EnumerateArray().FirstOrDefault();
        return Text(value) ?? Text(value, "url") ?? Text(value, "contentUrl");
    }

    /// <summary>Names in a property: strings, or the names of objects; without organisations where people are asked for.</summary>
    public static IEnumerable<string> Names(JsonElement node, string property, bool people)
    {
        foreach (var member in Members(node, property))
        {
            if (people && Text(member, "@type")?.EndsWith("Organization", StringComparison.OrdinalIgnoreCase) == true)
                continue;
            foreach (var name in member.ValueKind == JsonValueKind.Object ? Members(member, "name") : [member])
            {
                if (Text(name) is { } text)
                    yield return text;
            }
        }
    }

    private static List<JsonElement> Members(JsonElement node, string property) =>
        !node.TryGetProperty(property, out var value) ? [] : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static string? Text(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
            value = value.EnumerateArray().FirstOrDefault();
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            var text = value.GetString();
            return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        }
        catch (InvalidOperationException)
        {
            // Escapes for half a surrogate pair.
            return null;
        }
    }
}
