using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RabbitMQ.Client;

namespace NewsMesh.AllInOne.Amqp;

/// <summary>Failed messages for people.</summary>
internal static class DeadLetterText
{
    /// <summary>UTF-16 units shown of a body: what a screen or two can hold.</summary>
    private const int MaxBody = 8_000;

    /// <summary>UTF-16 units shown of a header: a stack trace's start.</summary>
    private const int MaxHeader = 2_000;

    private static readonly JsonSerializerOptions Pretty =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line: queue, position, time, message id, submission id, exception and its message; a dash where unknown.</summary>
    public static string Line(DeadLetter letter) => string.Join('\t', new[]
    {
        letter.Queue,
        letter.Position.ToString(CultureInfo.InvariantCulture),
        letter.FailedAt,
        letter.MessageId,
        letter.SubmissionId,
        letter.Exception,
        letter.Fault,
    }.Select(field => string.IsNullOrEmpty(field) ? "-" : Printable.Line(field)));

    /// <summary>Properties, headers and body of one message, bounded.</summary>
    public static string Page(BasicGetResult message)
    {
        var properties = message.BasicProperties;
        var page = new StringBuilder();
        Add(page, "message id", properties.MessageId);
        Add(page, "content type", properties.ContentType);
        foreach (var (name, value) in (properties.Headers ?? new Dictionary<string, object?>()).OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            Add(page, Printable.Line(name), DeadLetter.TextOf(value));
        }

        page.Append(CultureInfo.InvariantCulture, $"body: {message.Body.Length} bytes\n\n");
        return page.Append(Printable.Text(Body(message.Body), MaxBody)).ToString();
    }

    private static void Add(StringBuilder page, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            page.Append(name).Append(": ").Append(Printable.Text(value.ReplaceLineEndings("\n    "), MaxHeader)).Append('\n');
        }
    }

    private static string Body(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return JsonSerializer.Serialize(json.RootElement, Pretty);
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, MaxBody)]);
        }
    }
}
