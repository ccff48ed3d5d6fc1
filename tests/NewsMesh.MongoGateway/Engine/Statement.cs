using System.Globalization;

namespace NewsMesh.MongoGateway.Engine;

/// <summary>A statement with positional parameters; null stands for SQL's NULL of a bytea.</summary>
internal sealed record Statement(string Sql, params object?[] Parameters)
{
    private static readonly IReadOnlyDictionary<string, string> NoSettings = new Dictionary<string, string>();

    /// <summary>Settings of PostgreSQL for this statement alone.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = NoSettings;

    /// <summary>Time that the statement may take; null for as long as it needs.</summary>
    public TimeSpan? MaxTime
    {
        init => Settings = value is { } time
            ? new Dictionary<string, string> { ["statement_timeout"] = Math.Ceiling(time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) }
            : NoSettings;
    }
}
