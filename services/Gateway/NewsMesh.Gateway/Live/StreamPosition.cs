using System.Globalization;

namespace NewsMesh.Gateway.Live;

/// <summary>Ids of server-sent events: <c>epoch-sequence</c>.</summary>
internal static class StreamPosition
{
    public static string Format(string epoch, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{epoch}-{sequence}");

    /// <summary>
    /// The sequence a subscriber has seen of the feed of this epoch: 0 where its id comes from before a restart (all kept
    /// events are new to it), null where it sent none.
    /// </summary>
    public static long? Seen(string epoch, string? lastEventId)
    {
        if (string.IsNullOrEmpty(lastEventId))
        {
            return null;
        }

        return lastEventId.StartsWith(epoch + "-", StringComparison.Ordinal)
            && long.TryParse(lastEventId.AsSpan(epoch.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? sequence
                : 0;
    }
}
