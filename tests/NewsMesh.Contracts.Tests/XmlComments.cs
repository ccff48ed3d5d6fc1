using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsMesh.Contracts.Tests;

/// <summary>The contracts' own comments, as one line of plain text.</summary>
internal static partial class XmlComments
{
    private static readonly Dictionary<string, string> Summaries =
        XDocument.Load(Path.ChangeExtension(typeof(SubmitArticle).Assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(m => (string)m.Attribute("name")!, m => PlainText(m.Element("summary")), StringComparer.Ordinal);

    public static string Of(Type type) => Summaries["T:" + type.FullName];

    public static string Of(Type type, string property) => Summaries[$"P:{type.FullName}.{property}"];

    private static string PlainText(XElement? summary) =>
        summary is null ? "" : Spaces().Replace(string.Concat(summary.Nodes().Select(PlainText)), " ").Trim();

    private static string PlainText(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => ReferredTo((string)see.Attribute("cref")!),
        XElement element => element.Value,
        _ => "",
    };

    /// <summary>A field by its JSON name, a list of values by the values, anything else by its own name.</summary>
    private static string ReferredTo(string cref)
    {
        var name = cref[(cref.LastIndexOf('.') + 1)..];
        return cref[0] switch
        {
            'P' => JsonNamingPolicy.CamelCase.ConvertName(name),
            'T' when typeof(SubmitArticle).Assembly.GetType(cref[2..]) is { } type && ContractTypes.IsStatic(type) =>
                string.Join(", ", ContractTypes.Values(type)),
            _ => name,
        };
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
