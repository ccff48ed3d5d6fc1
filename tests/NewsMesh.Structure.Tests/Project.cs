using System.Xml.Linq;

namespace NewsMesh.Structure.Tests;

/// <summary>What a project file says about its dependencies.</summary>
internal sealed record Project
{
    public required string Path { get; init; }

    public required string Name { get; init; }

    /// <summary>Names of the referenced projects.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>Packages whose version stands in this file instead of Directory.Packages.props.</summary>
    public IReadOnlyList<string> PackagesWithVersion { get; init; } = [];

    public bool IsTest => Name.EndsWith(".Tests", StringComparison.Ordinal) || Path.StartsWith("tests/", StringComparison.Ordinal);

    public static Project Parse(string path, string xml)
    {
        var root = XElement.Parse(xml);
        var packages = root.Descendants("PackageReference").ToList();
        return new Project
        {
            Path = path,
            Name = System.IO.Path.GetFileNameWithoutExtension(path),
            References =
            [
                .. root.Descendants("ProjectReference")
                    .Select(x => System.IO.Path.GetFileNameWithoutExtension(Include(x).Replace('\\', '/'))),
            ],
            Packages = [.. packages.Select(Include)],
            PackagesWithVersion = [.. packages.Where(HasVersion).Select(Include)],
        };
    }

    private static string Include(XElement x) => (string?)x.Attribute("Include") ?? (string?)x.Attribute("Update") ?? "";

    private static bool HasVersion(XElement x) =>
        x.Attributes().Select(a => a.Name.LocalName).Concat(x.Elements().Select(e => e.Name.LocalName))
            .Any(name => name is "Version" or "VersionOverride");
}
