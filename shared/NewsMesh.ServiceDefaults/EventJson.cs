using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsMesh.ServiceDefaults;

/// <summary>How events are written as JSON wherever they leave: bus, files, HTTP.</summary>
public static class EventJson
{
    /// <summary>Camel case, nulls written, text not escaped beyond what JSON asks for, one line.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    internal static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.WriteIndented = false;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = 64;
        options.Converters.Insert(0, new StringDictionaryConverter());
        options.Converters.Insert(0, new TimeConverter());
        return options;
    }
}
