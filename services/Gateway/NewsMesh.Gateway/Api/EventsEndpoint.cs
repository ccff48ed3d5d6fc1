using NewsMesh.Gateway.Live;

namespace NewsMesh.Gateway.Api;

/// <summary>The events as they happen.</summary>
internal static class EventsEndpoint
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/events", Get).WithTags("Events").WithSummary("Server-sent events: enriched, rejected, changed")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static IResult Get(HttpContext http, IEventFeed feed, GatewayOptions options, TimeProvider time)
    {
        var after = StreamPosition.Seen(feed.Epoch, http.Request.Headers["Last-Event-ID"]);
        return feed.TrySubscribe(after) is { } subscription
            ? new EventStream(feed, subscription, options.KeepAlive, time)
            : Problems.Busy(http, "As many subscribers as may be are connected.");
    }
}
