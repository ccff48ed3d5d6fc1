using System.Diagnostics;
using System.Text;
using MassTransit.Serialization;
using NewsMesh.ServiceDefaults.Bus;

namespace NewsMesh.Services.Tests.Bus;

public sealed class TraceHeadersTests
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    public static TheoryData<object> Forms => [Parent, Encoding.ASCII.GetBytes(Parent)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_publishers_context_is_read_from_text_and_from_bytes(object traceparent)
    {
        var headers = Headers(("traceparent", traceparent), ("tracestate", "vendor=1"));
        Assert.True(TraceHeaders.TryRead(headers, out var context));
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", context.TraceId.ToHexString());
        Assert.Equal("b7ad6b7169203331", context.SpanId.ToHexString());
        Assert.Equal((ActivityTraceFlags.Recorded, "vendor=1", true), (context.TraceFlags, context.TraceState, context.IsRemote));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331")]
    [InlineData("00-00000000000000000000000000000000-b7ad6b7169203331-01")]
    [InlineData("00-zzf7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]
    [InlineData(7)]
    public void A_damaged_context_is_none(object traceparent) =>
        Assert.False(TraceHeaders.TryRead(Headers(("traceparent", traceparent)), out _));

    [Fact]
    public void A_message_without_the_header_has_no_context() => Assert.False(TraceHeaders.TryRead(Headers(), out _));

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        activity.TraceStateString = "vendor=2";
        var headers = Headers();
        TraceHeaders.Write(headers);

        Assert.True(TraceHeaders.TryRead(headers, out var context));
        Assert.Equal((activity.TraceId, activity.SpanId, "vendor=2"), (context.TraceId, context.SpanId, context.TraceState));
    }

    private static DictionarySendHeaders Headers(params (string Name, object Value)[] headers) =>
        new(headers.ToDictionary(h => h.Name, h => (object?)h.Value, StringComparer.OrdinalIgnoreCase));
}
