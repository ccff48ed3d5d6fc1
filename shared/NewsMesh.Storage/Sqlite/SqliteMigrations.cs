using System.Globalization;

namespace NewsMesh.Storage.Sqlite;

/// <summary>The schema's versions: embedded scripts <c>NNNN_name.sql</c>, numbered from 1 without gaps.</summary>
internal static class SqliteMigrations
{
    /// <summary>Marks a file as ours (PRAGMA application_id): "NMsh".</summary>
    public const int ApplicationId = 0x4E4D7368;

    /// <summary>All scripts in order; script i brings a file from version i to i + 1.</summary>
    public static IReadOnlyList<string> Load()
    {
        var assembly = typeof(SqliteMigrations).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return [.. names.Select(Read)];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }

    /// <summary>
    /// Brings the file up to date. The caller holds the write lock, so of several processes one migrates and the others
    /// then find nothing to do.
    /// </summary>
    public static void Apply(SqliteSession session, string path, IReadOnlyList<string> scripts)
    {
        var version = Number(session, "PRAGMA user_version");
        if (version > scripts.Count)
        {
            throw new StoreConfigurationException(string.Create(CultureInfo.InvariantCulture,
                $"The store file {path} has schema version {version}, made by a newer NewsMesh; this one knows up to {scripts.Count}: update NewsMesh, or name another file."));
        }

        var empty = Number(session, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!empty && Number(session, "PRAGMA application_id") != ApplicationId)
        {
            throw new StoreConfigurationException(
                $"The file {path} is a SQLite database of another program: name another file for the store.");
        }

        if (version == scripts.Count)
        {
            return;
        }

        foreach (var script in scripts.Skip((int)version))
        {
            session.RunScript(script);
        }

        session.RunScript(string.Create(CultureInfo.InvariantCulture,
            $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {scripts.Count};"));
    }

    private static long Number(SqliteSession session, string sql) => session.First(sql, r => r.GetInt64(0));
}
