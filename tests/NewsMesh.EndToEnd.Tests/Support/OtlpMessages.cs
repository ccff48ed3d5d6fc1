using Google.Protobuf;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>A span as it was exported; ids are lower-case hexadecimal, an absent parent is empty.</summary>
public sealed record OtlpSpan(
    string Service,
    string TraceId,
    string SpanId,
    string ParentId,
    string Name,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<OtlpEvent> Events);

/// <summary>What happened within a span.</summary>
public sealed record OtlpEvent(string Name, IReadOnlyDictionary<string, string> Attributes);

/// <summary>
/// Reads what the tests need of OTLP 1.x messages by their field numbers (opentelemetry-proto, trace.proto, metrics.proto,
/// logs.proto): three levels of resource, scope and record in each.
/// </summary>
internal static class OtlpMessages
{
    public static IEnumerable<OtlpSpan> Spans(byte[] request)
    {
        foreach (var resourceSpans in Messages(request, 1))
        {
            var service = Messages(resourceSpans, 1).Select(resource => Attributes(resource, 1).GetValueOrDefault("service.name")).FirstOrDefault();
            foreach (var span in Messages(resourceSpans, 2).SelectMany(scope => Messages(scope, 2)))
            {
                yield return new OtlpSpan(
                    service ?? "", Hex(span, 1), Hex(span, 2), Hex(span, 4), Text(span, 5), Attributes(span, 9), [.. Messages(span, 11).Select(Event)]);
            }
        }
    }

    public static IEnumerable<string> MetricNames(byte[] request) =>
        Records(request).Select(metric => Text(metric, 1));

    public static IEnumerable<string> LogTraceIds(byte[] request) =>
        Records(request).Select(record => Hex(record, 9));

    private static IEnumerable<byte[]> Records(byte[] request) =>
        Messages(request, 1).SelectMany(resource => Messages(resource, 2)).SelectMany(scope => Messages(scope, 2));

    private static OtlpEvent Event(byte[] message) => new(Text(message, 2), Attributes(message, 3));

    /// <summary>Attributes by name; of values that are no texts nothing is read.</summary>
    private static Dictionary<string, string> Attributes(byte[] message, int field) => Messages(message, field).ToDictionary(
        pair => Text(pair, 1), pair => Messages(pair, 2).Select(value => Text(value, 1)).FirstOrDefault() ?? "");

    private static string Hex(byte[] message, int field) => Convert.ToHexStringLower(Messages(message, field).FirstOrDefault() ?? []);

    private static string Text(byte[] message, int field) => System.Text.Encoding.UTF8.GetString(Messages(message, field).FirstOrDefault() ?? []);

    /// <summary>The length-delimited values of one field, in order.</summary>
    private static List<byte[]> Messages(byte[] message, int field)
    {
        var found = new List<byte[]>();
        var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == field && WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
            {
                found.Add(input.ReadBytes().ToByteArray());
            }
            else
            {
                input.SkipLastField();
            }
        }

        return found;
    }
}
