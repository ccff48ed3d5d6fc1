using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage.Sqlite;

/// <summary>Documents and their parts as JSON columns.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RevisionDocument))]
[JsonSerializable(typeof(RawPageDocument))]
[JsonSerializable(typeof(RejectionDocument))]
[JsonSerializable(typeof(StoryDocument))]
[JsonSerializable(typeof(IReadOnlyList<Entity>))]
[JsonSerializable(typeof(IReadOnlyList<StageRecord>))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(StageRecord))]
[JsonSerializable(typeof(Duplicate))]
[JsonSerializable(typeof(Story))]
internal sealed partial class SqliteJson : JsonSerializerContext
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Info<T>());

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize(json, Info<T>()) ?? throw new JsonException("A stored document is null.");

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)Compact.Context.GetTypeInfo(typeof(T))!;

    /// <summary>A class of its own, since the generated half of this one may not have run its initializers before ours.</summary>
    private static class Compact
    {
        // The default encoder escapes every non-ASCII letter: a Greek article would take three times its room.
        public static readonly SqliteJson Context =
            new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
