using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsMesh.Contracts.Tests;

/// <summary>Checks JSON against the few keywords that the schemas use; a keyword beyond them is an error and not overlooked.</summary>
internal static class SchemaCheck
{
    private static readonly string[] Annotations = ["$schema", "$id", "title", "description", "format"];

    /// <summary>One sentence for each fault; empty where the value fits.</summary>
    public static IReadOnlyList<string> Faults(JsonObject schema, JsonNode? value, string path = "$") =>
        [.. schema.Where(k => !Annotations.Contains(k.Key)).SelectMany(k => Faults(k.Key, k.Value!, value, path))];

    private static IEnumerable<string> Faults(string keyword, JsonNode rule, JsonNode? value, string path) => keyword switch
    {
        "type" => Types(rule).Contains(TypeOf(value)) || (TypeOf(value) == "integer" && Types(rule).Contains("number"))
            ? []
            : [$"{path} is {TypeOf(value)}"],
        "required" => value is JsonObject given
            ? rule.AsArray().Select(n => (string)n!).Where(n => !given.ContainsKey(n)).Select(n => $"{path}.{n} is missing")
            : [],
        "properties" => value is JsonObject given
            ? given.Where(p => rule[p.Key] is not null).SelectMany(p => Faults(rule[p.Key]!.AsObject(), p.Value, $"{path}.{p.Key}"))
            : [],
        "additionalProperties" => value is JsonObject given ? given.SelectMany(p => Faults(rule.AsObject(), p.Value, $"{path}.{p.Key}")) : [],
        "items" => value is JsonArray given ? given.SelectMany((item, i) => Faults(rule.AsObject(), item, $"{path}[{i}]")) : [],
        _ => throw new NotSupportedException($"The schemas use '{keyword}' now: check it here too."),
    };

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray several ? several.Select(t => (string)t!) : [(string)rule!];

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.AsValue().TryGetValue<long>(out _) ? "integer" : "number",
        { } kind => kind.ToString().ToLowerInvariant(),
    };
}
