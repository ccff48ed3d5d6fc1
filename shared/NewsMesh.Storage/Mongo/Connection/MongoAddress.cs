using System.Text.RegularExpressions;

namespace NewsMesh.Storage.Mongo.Connection;

/// <summary>A MongoDB connection string with what the store settles in it.</summary>
/// <param name="ConnectionString">For the client library: the user's, with the store's defaults where it says nothing.</param>
/// <param name="Database">The database that it names.</param>
/// <param name="Location">Hosts and database, without user, password and options.</param>
internal sealed partial record MongoAddress(string ConnectionString, string Database, string Location)
{
    /// <summary>Commands that run at the same time in one process. Four stages of four messages each never wait for each other.</summary>
    public const int DefaultPoolSize = 32;

    /// <summary>How long a command waits for one of them.</summary>
    public const int DefaultWaitMilliseconds = 10_000;

    private const string DefaultDatabase = "newsmesh";

    /// <summary>MongoDB allows 63 bytes and forbids these characters on some system or other.</summary>
    private const int MaxDatabaseBytes = 63;

    /// <summary>
    /// Options where the connection string has none. A server that is not there is found out in 3 s: who waits for it tries
    /// again. A command without an answer for 30 s counts as cut off; the server's own limits are shorter.
    /// </summary>
    private static readonly (string Name, string Value)[] Defaults =
    [
        ("appName", "newsmesh"),
        ("connectTimeoutMS", "3000"),
        ("maxPoolSize", $"{DefaultPoolSize}"),
        ("retryWrites", "true"),
        ("serverSelectionTimeoutMS", "3000"),
        ("socketTimeoutMS", "30000"),
        ("waitQueueTimeoutMS", $"{DefaultWaitMilliseconds}"),
    ];

    /// <summary>Options that the store decides command by command; the user's are left out.</summary>
    private static readonly HashSet<string> Settled = new(StringComparer.OrdinalIgnoreCase)
    {
        "w", "wtimeout", "wtimeoutMS", "journal", "readConcernLevel", "readPreference", "readPreferenceTags", "maxStalenessSeconds",
    };

    /// <summary>Takes a connection string apart.</summary>
    /// <exception cref="StoreConfigurationException">It has no host, or a database that cannot be; the message repeats no secret.</exception>
    public static MongoAddress Parse(string connectionString)
    {
        var match = Form().Match(connectionString);
        if (!match.Success)
        {
            throw new StoreConfigurationException(
                "The store's MongoDB address has an unknown form: use mongodb://USER:PASSWORD@HOST:PORT/DATABASE?options, "
                + "with special characters in user and password percent-encoded.");
        }

        var database = Uri.UnescapeDataString(match.Groups["database"].Value);
        if (database.Length == 0)
        {
            database = DefaultDatabase;
        }

        if (System.Text.Encoding.UTF8.GetByteCount(database) > MaxDatabaseBytes || ForbiddenInDatabase().IsMatch(database))
        {
            throw new StoreConfigurationException(
                "The store's MongoDB address names a database that cannot be: up to 63 bytes without / \\ . \" $ * < > : | ? and spaces.");
        }

        var scheme = match.Groups["scheme"].Value.ToLowerInvariant();
        var hosts = match.Groups["hosts"].Value;

        // The path is also where the user is looked up, unless authSource says otherwise: it stays as it was written.
        return new MongoAddress(
            $"{scheme}://{match.Groups["user"].Value}{hosts}/{match.Groups["database"].Value}?{Options(match)}",
            database,
            $"{scheme}://{hosts}/{database}");
    }

    private static string Options(Match match)
    {
        var given = match.Groups["options"].Value.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(option => !Settled.Contains(Name(option)))
            .ToList();
        var names = given.Select(Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return string.Join('&', given.Concat(Defaults.Where(o => !names.Contains(o.Name)).Select(o => $"{o.Name}={o.Value}")));
    }

    private static string Name(string option) => option.Split('=', 2)[0];

    [GeneratedRegex(@"^(?<scheme>mongodb(\+srv)?)://(?<user>[^/?@]*@)?(?<hosts>[^/?@]+)(/(?<database>[^/?]*))?(\?(?<options>.*))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex("""[/\\. "$*<>:|?\0]""")]
    private static partial Regex ForbiddenInDatabase();
}
