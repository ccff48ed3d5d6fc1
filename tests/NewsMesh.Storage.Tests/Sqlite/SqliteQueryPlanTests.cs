using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using NewsMesh.Storage.Sqlite;
using NewsMesh.Storage.Sqlite.Sql;
using SQLitePCL;

namespace NewsMesh.Storage.Tests.Sqlite;

/// <summary>Every statement of the adapter finds its rows by an index.</summary>
public sealed partial class SqliteQueryPlanTests : IDisposable
{
    /// <summary>SQLITE_STMTSTATUS_REPREPARE.</summary>
    private const int Reprepared = 5;

    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    public static TheoryData<string> Statements()
    {
        var constants = typeof(ArticleSql).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(ArticleSql).Namespace)
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(f => f.IsLiteral && StatementStart().IsMatch((string)f.GetRawConstantValue()!))
            .Select(f => $"{f.DeclaringType!.Name}.{f.Name}");
        return new TheoryData<string>(constants);
    }

    public static TheoryData<int> FilterSets() => new(Enumerable.Range(0, 1 << 6));

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task No_statement_reads_a_whole_table(string name)
    {
        var sql = Sql(name);

        AssertIndexed(sql, await PlanAsync(sql));
    }

    /// <summary>SQLite compiles a statement anew for a value that its planner looked at, such as that of a bare <c>LIMIT @limit</c>.</summary>
    [Theory]
    [MemberData(nameof(Statements))]
    public async Task No_statement_is_compiled_again_for_other_values(string name)
    {
        await (await _file.OpenAsync()).DisposeAsync();
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(connection.Handle, Sql(name), out var statement));
        using (statement)
        {
            for (var value = 1; value <= 3; value++)
            {
                for (var i = 1; i <= raw.sqlite3_bind_parameter_count(statement); i++)
                    raw.sqlite3_bind_int(statement, i, value);
                // What comes of it does not matter: some statements refuse these values.
                raw.sqlite3_step(statement);
                raw.sqlite3_reset(statement);
            }

            Assert.Equal(0, raw.sqlite3_stmt_status(statement, Reprepared, 0));
        }
    }

    [Theory]
    [MemberData(nameof(FilterSets))]
    public async Task No_search_reads_a_whole_table_whatever_its_filters(int filters)
    {
        var (sql, _) = ArticleSearch.Build(new ArticleQuery
        {
            Text = Has(0) ? "word" : null,
            Entity = Has(1) ? "name" : null,
            Source = Has(2) ? "outlet" : null,
            StoryId = Has(3) ? "story" : null,
            Duplicate = Has(4) ? "near" : null,
            From = Has(5) ? DateTimeOffset.UnixEpoch : null,
        });

        AssertIndexed(sql, await PlanAsync(sql));

        bool Has(int bit) => (filters & (1 << bit)) != 0;
    }

    private static string Sql(string name)
    {
        var parts = name.Split('.');
        var type = typeof(ArticleSql).Assembly.GetType($"{typeof(ArticleSql).Namespace}.{parts[0]}")!;
        var field = type.GetField(parts[1], BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        return (string)field.GetRawConstantValue()!;
    }

    private async Task<List<string>> PlanAsync(string sql)
    {
        await (await _file.OpenAsync()).DisposeAsync();
        using var session = new SqliteConnections(_file.Path, SqliteDurability.Full).Open();
        var parameters = Parameter().Matches(sql).Select(m => m.Value).Distinct()
            .Select(p => (p, (object?)(p == "@words" ? "\"word\"" : null))).ToArray();
        return session.All($"EXPLAIN QUERY PLAN {sql}", row => row.GetString(3), parameters);
    }

    // A scan along an index is fine where LIMIT ends it, or where the index alone answers (the counts by status and reason);
    // json_each and the full-text index are virtual tables; the rest are the statements' own intermediate results.
    private static void AssertIndexed(string sql, List<string> plan) => Assert.DoesNotContain(
        plan, step => step.StartsWith("SCAN ", StringComparison.Ordinal)
            && !step.Contains("VIRTUAL TABLE INDEX", StringComparison.Ordinal)
            && !step.Contains("USING COVERING INDEX", StringComparison.Ordinal)
            && !(step.Contains("USING INDEX", StringComparison.Ordinal) && sql.Contains("LIMIT @limit", StringComparison.Ordinal))
            && step is not ("SCAN shared" or "SCAN chosen" or "SCAN given" or "SCAN wanted" or "SCAN weighed"));

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b")]
    private static partial Regex StatementStart();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
