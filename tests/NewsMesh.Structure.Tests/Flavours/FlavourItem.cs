using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsMesh.Structure.Tests.Flavours;

/// <summary>Which of the two builds has an item: <c>Upstream</c> by <c>-p:Upstream=true</c>, or the default one.</summary>
internal enum Flavour
{
    Default,
    Upstream,
}

/// <summary>A package or a folder of sources that one flavour has and the other has not.</summary>
/// <param name="File">Project file or import that says so.</param>
/// <param name="Flavour">The flavour that has it.</param>
/// <param name="Name">The package's name, or the folder as the file writes it, with a slash at its end.</param>
internal sealed partial record FlavourItem(string File, Flavour Flavour, string Name)
{
    /// <summary>The items of an MSBuild file that depend on the switch.</summary>
    /// <exception cref="FormatException">The file uses the switch in a way that this reading does not know.</exception>
    public static IEnumerable<FlavourItem> Parse(string file, string xml)
    {
        foreach (var element in XElement.Parse(xml).Descendants().Where(e => IsOfTheSwitch(e.Attribute("Condition")?.Value ?? "") || IsOfTheSwitch(OwnText(e))))
        {
            var condition = Form().Match(element.Attribute("Condition")?.Value ?? "");
            if (!condition.Success || element.Name.LocalName != "ItemGroup")
            {
                throw new FormatException($"{file} asks for the switch in {element.Name.LocalName}: items alone may depend on it, group by group.");
            }

            var flavour = condition.Groups["operator"].Value == "==" ? Flavour.Upstream : Flavour.Default;
            foreach (var item in element.Elements())
            {
                yield return Item(file, flavour, item);
            }
        }
    }

    private static FlavourItem Item(string file, Flavour flavour, XElement item)
    {
        var (include, remove) = (item.Attribute("Include")?.Value, item.Attribute("Remove")?.Value);
        return (item.Name.LocalName, include, remove) switch
        {
            ("PackageReference", { } package, null) => new(file, flavour, package),
            ("Compile", { } sources, null) => new(file, flavour, Folder(sources)),
            // What one flavour leaves out, the other has.
            ("Compile", null, { } sources) => new(file, flavour == Flavour.Default ? Flavour.Upstream : Flavour.Default, Folder(sources)),
            _ => throw new FormatException($"{file} makes {item} depend on the switch: only packages and folders of sources may."),
        };
    }

    private static string Folder(string sources)
    {
        var path = sources.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal);
        return path.Contains('*', StringComparison.Ordinal) ? path[..(path.LastIndexOf('/') + 1)] : path;
    }

    private static bool IsOfTheSwitch(string text) => text.Contains("$(Upstream)", StringComparison.OrdinalIgnoreCase);

    private static string OwnText(XElement element) => string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value));

    [GeneratedRegex(@"^'\$\(Upstream\)' (?<operator>[!=]=) 'true'$")]
    private static partial Regex Form();
}
