using System.Diagnostics;
using MassTransit;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>W3C Trace Context headers on messages that leave or come from outside.</summary>
internal static class TraceHeaders
{
    private const string Parent = "traceparent";
    private const string State = "tracestate";

    /// <summary>Reads the publisher's context; false where there is none or it is damaged.</summary>
    public static bool TryRead(Headers headers, out ActivityContext context)
    {
        context = default;
        return Text(headers, Parent) is { } parent && ActivityContext.TryParse(parent, Text(headers, State), isRemote: true, out context);
    }

    /// <summary>Writes the current context.</summary>
    public static void Write(SendHeaders headers)
    {
        if (Activity.Current is not { IdFormat: ActivityIdFormat.W3C } activity)
        {
            return;
        }

        headers.Set(Parent, activity.Id);
        if (activity.TraceStateString is { Length: > 0 } state)
        {
            headers.Set(State, state);
        }
    }

    private static string? Text(Headers headers, string name) =>
        headers.TryGetHeader(name, out var value)
            ? value switch
            {
                string text => text,
                byte[] bytes => System.Text.Encoding.ASCII.GetString(bytes),
                _ => null,
            }
            : null;
}
