using System.Collections.Concurrent;
using MongoDB.Bson;
using NewsMesh.MongoGateway.Commands;

namespace NewsMesh.MongoGateway.Faults;

/// <summary>
/// The fail points of a server: "failCommand" strikes before a command runs (but for a write concern error, which comes after);
/// "onPrimaryTransactionalWrite" strikes a retryable write, and closes the connection after the write was applied.
/// </summary>
internal sealed class FailPoints
{
    private const string OnCommand = "failCommand";
    private const string OnRetryableWrite = "onPrimaryTransactionalWrite";

    private readonly ConcurrentDictionary<string, FailPoint> _points = new(StringComparer.Ordinal);

    /// <summary>Runs "configureFailPoint". Gives its reply, with how often the point had struck before.</summary>
    public byte[] Configure(CommandRequest request)
    {
        var name = request.Text("configureFailPoint");
        if (name is not (OnCommand or OnRetryableWrite))
        {
            throw new CommandException(MongoError.Of(246), $"unknown fail point {name}");
        }

        var hits = _points.TryRemove(name, out var before) ? before.Hits : 0;
        if (FailPoint.Parse(request.Body) is { } point)
        {
            _points[name] = point;
        }

        return Reply.Ok(new BsonDocument("count", hits));
    }

    /// <summary>The point that strikes this command, or null.</summary>
    public FailPoint? Striking(CommandRequest request, string? applicationName)
    {
        if (request.Name == "configureFailPoint")
        {
            return null;
        }

        return Find(OnCommand, request, applicationName)
            ?? (request.RetryableWrite is null ? null : Find(OnRetryableWrite, request, applicationName));
    }

    /// <summary>Whether the point closes the connection after the command instead of before.</summary>
    public bool ClosesAfterwards(FailPoint point) =>
        _points.TryGetValue(OnRetryableWrite, out var write) && ReferenceEquals(write, point) && point.CloseConnection != false;

    private FailPoint? Find(string name, CommandRequest request, string? applicationName) =>
        _points.TryGetValue(name, out var point) && point.Strikes(request, applicationName) ? point : null;
}
