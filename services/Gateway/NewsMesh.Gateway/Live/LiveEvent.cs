namespace NewsMesh.Gateway.Live;

/// <summary>One event as it goes to subscribers.</summary>
/// <param name="Sequence">Position in this feed, from 1.</param>
/// <param name="Kind">One of <see cref="LiveEventKinds"/>.</param>
/// <param name="Json">The event's JSON on one line.</param>
public sealed record LiveEvent(long Sequence, string Kind, string Json);
