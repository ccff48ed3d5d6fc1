using NewsMesh.Storage.Sqlite;

namespace NewsMesh.Storage;

/// <summary>A store's setting, taken apart.</summary>
public abstract record StoreUri
{
    /// <summary>How a setting for the embedded store looks.</summary>
    public const string SqliteForm = "sqlite:PATH";

    /// <summary>What follows the path where a finished write need not survive a power cut.</summary>
    public const string NormalSuffix = "?synchronous=normal";

    private const string SqliteScheme = "sqlite:";
    private const string FullSuffix = "?synchronous=full";

    private protected StoreUri()
    {
    }

    /// <summary>
    /// <c>sqlite:PATH</c> (a relative or absolute path; <c>?synchronous=normal</c> or <c>?synchronous=full</c> after it), or
    /// <c>mongodb://…</c>, <c>mongodb+srv://…</c>.
    /// </summary>
    /// <exception cref="StoreConfigurationException">Anything else; the message says what would be right.</exception>
    public static StoreUri Parse(string setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        if (setting.StartsWith(SqliteScheme, StringComparison.OrdinalIgnoreCase))
        {
            return ParseSqlite(setting[SqliteScheme.Length..]);
        }

        if (setting.StartsWith("mongodb://", StringComparison.OrdinalIgnoreCase)
            || setting.StartsWith("mongodb+srv://", StringComparison.OrdinalIgnoreCase))
        {
            return new MongoUri(setting);
        }

        // The text itself is not repeated: a mistyped server address may hold a password.
        throw new StoreConfigurationException($"The store setting has an unknown form: use {SqliteForm} or mongodb://HOST/DATABASE.");
    }

    private static SqliteUri ParseSqlite(string rest)
    {
        (string, SqliteDurability?) parts = rest switch
        {
            _ when rest.EndsWith(NormalSuffix, StringComparison.OrdinalIgnoreCase) =>
                (rest[..^NormalSuffix.Length], SqliteDurability.Normal),
            _ when rest.EndsWith(FullSuffix, StringComparison.OrdinalIgnoreCase) =>
                (rest[..^FullSuffix.Length], SqliteDurability.Full),
            _ => (rest, null),
        };
        var (path, durability) = parts;
        if (string.IsNullOrWhiteSpace(path) || path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new StoreConfigurationException(
                $"The store setting names no file: use {SqliteForm}, such as sqlite:data/newsmesh.db or sqlite:/var/lib/newsmesh/newsmesh.db.");
        }

        return new SqliteUri(path, durability);
    }
}
