using System.Reflection;
using System.Xml.Linq;
using NewsMesh.Contracts;

namespace NewsMesh.Structure.Tests;

/// <summary>Whoever reads an event from the bus has the contract's comments and nothing else.</summary>
public sealed class ContractDocumentationTests
{
    private static readonly Assembly Contracts = typeof(SubmitArticle).Assembly;

    private static readonly Dictionary<string, string> Documented =
        XDocument.Load(Path.ChangeExtension(Contracts.Location, ".xml")).Descendants("member")
            .ToDictionary(m => (string)m.Attribute("name")!, m => m.Element("summary")?.Value.Trim() ?? "", StringComparer.Ordinal);

    public static TheoryData<Type> Messages => [.. Contracts.GetExportedTypes().Where(t => !t.IsNested)];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Every_public_type_says_what_it_is(Type type)
    {
        Assert.NotEqual("", Documented.GetValueOrDefault("T:" + type.FullName, ""));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Every_field_of_a_message_says_what_it_holds(Type type)
    {
        var fields = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        Assert.All(fields, f => Assert.NotEqual("", Documented.GetValueOrDefault($"P:{type.FullName}.{f.Name}", "")));
    }
}
