using MongoDB.Bson;
using NewsMesh.MongoGateway.Commands;

namespace NewsMesh.MongoGateway.Faults;

/// <summary>
/// One setting of a MongoDB fail point, by the command "configureFailPoint" that mongod has for tests. How often it strikes is its
/// mode: "alwaysOn", {times: n}, {skip: n}.
/// </summary>
internal sealed class FailPoint
{
    private readonly HashSet<string> _commands;
    private readonly string? _applicationName;
    private readonly string? _namespace;
    private int _skip;
    private int _times;

    private FailPoint(BsonDocument data, int skip, int times)
    {
        _commands = [.. data.GetValue("failCommands", new BsonArray()).AsBsonArray.Select(name => name.AsString)];
        _applicationName = data.TryGetValue("appName", out var name) ? name.AsString : null;
        _namespace = data.TryGetValue("namespace", out var ns) ? ns.AsString : null;
        _skip = skip;
        _times = times;
        Error = Number(data, "errorCode") ?? Number(data, "failBeforeCommitExceptionCode");
        CloseConnection = data.TryGetValue("closeConnection", out var close) ? close.ToBoolean() : null;
        BlockFor = data.GetValue("blockConnection", false).ToBoolean() ? TimeSpan.FromMilliseconds(data.GetValue("blockTimeMS", 0).ToDouble()) : null;
        Labels = data.TryGetValue("errorLabels", out var labels) ? [.. labels.AsBsonArray.Select(label => label.AsString)] : null;
        WriteConcernError = data.TryGetValue("writeConcernError", out var error) ? error.AsBsonDocument : null;
    }

    public int? Error { get; }

    public bool? CloseConnection { get; }

    public TimeSpan? BlockFor { get; }

    public IReadOnlyList<string>? Labels { get; }

    public BsonDocument? WriteConcernError { get; }

    /// <summary>How often it has struck.</summary>
    public int Hits { get; private set; }

    /// <summary>What a "configureFailPoint" sets; null where it sets the point off.</summary>
    /// <exception cref="CommandException">A mode or a field that is not known.</exception>
    public static FailPoint? Parse(BsonDocument command)
    {
        var mode = command.GetValue("mode", BsonNull.Value);
        var data = command.GetValue("data", new BsonDocument()).AsBsonDocument;
        return mode switch
        {
            BsonString { Value: "off" } => null,
            BsonString { Value: "alwaysOn" } => new FailPoint(data, 0, int.MaxValue),
            BsonDocument times when Number(times, "times") is { } n => new FailPoint(data, 0, n),
            BsonDocument skip when Number(skip, "skip") is { } n => new FailPoint(data, n, int.MaxValue),
            _ => throw new CommandException(MongoError.BadValue, $"unknown mode {mode}"),
        };
    }

    /// <summary>Whether it strikes this command; counts it where it does.</summary>
    public bool Strikes(CommandRequest request, string? applicationName)
    {
        if ((_commands.Count > 0 && !_commands.Contains(request.Name))
            || (_applicationName is not null && _applicationName != applicationName)
            || (_namespace is not null && _namespace != Namespace(request)))
        {
            return false;
        }

        lock (_commands)
        {
            if (_skip > 0)
            {
                _skip--;
                return false;
            }

            if (_times == 0)
            {
                return false;
            }

            _times -= _times == int.MaxValue ? 0 : 1;
            Hits++;
            return true;
        }
    }

    private static string? Namespace(CommandRequest request) =>
        request.Body[0] is { IsString: true } name ? $"{request.Database}.{name.AsString}" : null;

    private static int? Number(BsonDocument document, string field) =>
        document.TryGetValue(field, out var value) && value.IsNumeric ? value.ToInt32() : null;
}
