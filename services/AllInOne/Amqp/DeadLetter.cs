using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsMesh.ServiceDefaults.Bus;
using RabbitMQ.Client;

namespace NewsMesh.AllInOne.Amqp;

/// <summary>What can be told of a failed message at a glance.</summary>
internal sealed record DeadLetter
{
    /// <summary>The work queue in which the message failed.</summary>
    public required string Queue { get; init; }

    /// <summary>Place in its error queue, from 1, the oldest first.</summary>
    public required int Position { get; init; }

    public string? MessageId { get; init; }

    /// <summary>The submission that the message is about; null where neither headers nor body tell.</summary>
    public string? SubmissionId { get; init; }

    /// <summary>Full name of the exception's type.</summary>
    public string? Exception { get; init; }

    public string? Fault { get; init; }

    /// <summary>When it failed, ISO 8601.</summary>
    public string? FailedAt { get; init; }

    public static DeadLetter Of(string queue, int position, BasicGetResult message)
    {
        var headers = message.BasicProperties.Headers;
        return new DeadLetter
        {
            Queue = queue,
            Position = position,
            MessageId = message.BasicProperties.MessageId,
            SubmissionId = HeaderText(headers, SubmissionName.Header) ?? SubmissionIn(message.Body),
            Exception = HeaderText(headers, "MT-Fault-ExceptionType"),
            Fault = HeaderText(headers, "MT-Fault-Message"),
            FailedAt = HeaderText(headers, "MT-Fault-Timestamp"),
        };
    }

    /// <summary>A header's value as text; AMQP strings come as bytes.</summary>
    public static string? HeaderText(IDictionary<string, object?>? headers, string name) =>
        headers is not null && headers.TryGetValue(name, out var value) ? TextOf(value) : null;

    /// <inheritdoc cref="HeaderText"/>
    public static string? TextOf(object? value) => value switch
    {
        null => null,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Plain submissions name themselves <c>id</c>; events between the stages carry it in their envelope's message.</summary>
    private static string? SubmissionIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var message = Property(json.RootElement, "message") ?? json.RootElement;
            var id = Property(message, "submissionId") ?? Property(message, "id");
            return id is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or a string that is no text: the message has no readable name.
            return null;
        }
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
