using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace NewsMesh.Contracts.Tests;

/// <summary>The JSON Schema (draft 2020-12) of a public message, made of its record and its comments.</summary>
internal static class MessageSchema
{
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSchemaExporterOptions Exporter = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    };

    /// <summary>Path from the repository's root.</summary>
    public static string PathOf(Type message) =>
        $"shared/NewsMesh.Contracts/schemas/{JsonNamingPolicy.KebabCaseLower.ConvertName(message.Name)}.schema.json";

    public static JsonObject Of(Type message)
    {
        var schema = ContractTypes.Json.GetJsonSchemaAsNode(message, Exporter).AsObject();
        schema.Insert(0, "$schema", Dialect);
        schema.Insert(1, "$id", $"urn:newsmesh:schema:{message.Name}:{ArticleEnriched.CurrentSchemaVersion}");
        schema.Insert(2, "title", message.Name);
        return schema;
    }

    public static string TextOf(Type message) => Of(message).ToJsonString(Written) + "\n";

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        // The services read more forms of a time than "date-time" allows, such as a date alone: a validator that enforces
        // formats must not refuse what they take.
        if (context.PropertyInfo?.DeclaringType == typeof(SubmitArticle))
        {
            schema.Remove("format");
        }

        if (context.PropertyInfo is { AttributeProvider: System.Reflection.PropertyInfo property })
        {
            schema.Insert(0, "description", XmlComments.Of(property.DeclaringType!, property.Name));
        }
        else if (context.TypeInfo.Type.Assembly == typeof(SubmitArticle).Assembly)
        {
            schema.Insert(0, "description", XmlComments.Of(context.TypeInfo.Type));
        }

        return schema;
    }
}
