using System.Security.Cryptography;
using MassTransit;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>What tells one incoming message from another, and a redelivery from a new message.</summary>
/// <param name="MessageId">The publisher's message id, or null where it set none.</param>
/// <param name="BodySha256">SHA-256 of the body, lower-case hexadecimal.</param>
/// <param name="Redelivered">Whether the broker delivered it before.</param>
public sealed record Delivery(string? MessageId, string BodySha256, bool Redelivered)
{
    public static Delivery Of(ReceiveContext context) => new(
        MessageIdOf(context),
        Convert.ToHexStringLower(SHA256.HashData(context.Body.GetBytes())),
        context.Redelivered);

    /// <summary>Any client may name its messages, and not every name is a UUID.</summary>
    internal static string? MessageIdOf(ReceiveContext context) =>
        context.GetMessageId()?.ToString("N")
        ?? (context.TransportHeaders.TryGetHeader(MessageHeaders.MessageId, out var id) && id is string { Length: > 0 } name ? name : null);
}
