using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsMesh.ServiceDefaults;

/// <summary>
/// Times in ISO 8601; one without an offset is UTC. The framework's own reading would take the time zone of whichever machine
/// reads the message.
/// </summary>
internal sealed class TimeConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>Characters of a date, whose hyphens are no offset.</summary>
    private const int DateLength = 10;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTimeOffset(out var value))
        {
            throw new JsonException("A time in ISO 8601 was expected.");
        }

        return HasOffset(reader.GetString()!) ? value : new DateTimeOffset(value.DateTime, TimeSpan.Zero);
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    private static bool HasOffset(string time) => time.Length > DateLength && time.AsSpan(DateLength).ContainsAny("Z+-");
}
