using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsMesh.Contracts.Tests;

/// <summary>The public types of the contracts, and how they are written as JSON.</summary>
internal static class ContractTypes
{
    /// <summary>Messages that others than NewsMesh send or read.</summary>
    public static readonly Type[] PublicMessages =
        [typeof(SubmitArticle), typeof(ArticleEnriched), typeof(ArticleRejected), typeof(DuplicateChanged), typeof(StoryChanged)];

    /// <summary>Every record, by name.</summary>
    public static readonly Type[] Records =
    [
        .. typeof(SubmitArticle).Assembly.GetExportedTypes()
            .Where(t => !IsStatic(t)).OrderBy(t => t.FullName, StringComparer.Ordinal),
    ];

    /// <summary>Camel case, as on the bus.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    /// <summary>The constants of a list of values, in their order.</summary>
    public static IEnumerable<string> Values(Type list) =>
        list.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

    public static PropertyInfo[] Fields(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
}
