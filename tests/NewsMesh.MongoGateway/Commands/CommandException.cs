namespace NewsMesh.MongoGateway.Commands;

/// <summary>A command that is answered with an error, as MongoDB numbers and names it.</summary>
internal sealed class CommandException(MongoError error, string message) : Exception(message)
{
    public MongoError Error { get; } = error;

    /// <summary>Labels that the reply carries, or null for those that a server gives the code by itself.</summary>
    public IReadOnlyList<string>? Labels { get; init; }
}
