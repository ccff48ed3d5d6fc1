using System.Reflection;
using System.Text.RegularExpressions;
using NewsMesh.Storage.Sqlite;
using NewsMesh.Storage.Sqlite.Sql;

namespace NewsMesh.Storage.Tests.Sqlite;

/// <summary>Every statement of the adapter finds its rows by an index.</summary>
public sealed partial class SqliteQueryPlanTests : IDisposable
{
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
        var parts = name.Split('.');
        var type = typeof(ArticleSql).Assembly.GetType($"{typeof(ArticleSql).Namespace}.{parts[0]}")!;
        var field = type.GetField(parts[1], BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;

        var sql = (string)field.GetRawConstantValue()!;

        AssertIndexed(sql, await PlanAsync(sql));
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
