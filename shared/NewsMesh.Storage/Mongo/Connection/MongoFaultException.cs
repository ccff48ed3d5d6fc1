namespace NewsMesh.Storage.Mongo.Connection;

/// <summary>A command that got no good reply, in the same form whichever client library ran it.</summary>
/// <param name="kind">Who is at fault.</param>
/// <param name="code">The server's error code where <paramref name="kind"/> is <see cref="MongoFaultKind.Refused"/>, else 0.</param>
/// <param name="message">The library's or the server's own words, without secrets.</param>
/// <param name="inner">The library's exception, where it has any.</param>
internal sealed class MongoFaultException(MongoFaultKind kind, int code, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public MongoFaultKind Kind { get; } = kind;

    public int Code { get; } = code;
}
