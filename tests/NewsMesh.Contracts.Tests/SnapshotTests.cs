using System.Reflection;
using System.Text;
using MassTransit;

namespace NewsMesh.Contracts.Tests;

/// <summary>Names on the bus and fields in the JSON are a promise: a change of either shows up as a change of one file.</summary>
public sealed class SnapshotTests
{
    private const string Folder = "tests/NewsMesh.Contracts.Tests/Snapshots/";

    [Fact]
    public void Message_names_and_JSON_fields_are_those_of_the_snapshot() => CommittedFile.Matches(Folder + "contracts.txt", Render());

    [Fact]
    public void Closed_lists_are_those_of_the_snapshot() => CommittedFile.Matches(Folder + "values.txt", RenderValues());

    private static string Render()
    {
        var text = new StringBuilder();
        foreach (var record in ContractTypes.Records)
        {
            text.Append(record.FullName).Append(' ').Append(MessageUrn.ForTypeString(record)).Append('\n');
            foreach (var field in ContractTypes.Json.GetTypeInfo(record).Properties)
            {
                var property = (PropertyInfo)field.AttributeProvider!;
                text.Append("  ").Append(field.Name).Append(": ").Append(TypeName(property)).Append(field.IsRequired ? " required\n" : "\n");
            }
        }

        return text.ToString();
    }

    private static string RenderValues()
    {
        var text = new StringBuilder();
        foreach (var list in typeof(SubmitArticle).Assembly.GetExportedTypes().Where(ContractTypes.IsStatic).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            text.Append(list.Name).Append(": ").AppendJoin(", ", ContractTypes.Values(list)).Append('\n');
        }

        return text.ToString();
    }

    private static string TypeName(PropertyInfo property) =>
        TypeName(property.PropertyType) + (new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable ? "?" : "");

    private static string TypeName(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => TypeName(inner),
        { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>",
        _ => type.Name,
    };
}
