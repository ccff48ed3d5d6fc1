using System.Text.RegularExpressions;

namespace NewsMesh.Structure.Tests;

public sealed partial class ConsumerTests
{
    private const int MaxConsumerLines = 35;

    private static readonly IReadOnlyList<(string File, string Name, int Lines)> Consumers =
    [
        .. from file in Repository.ProductSources
           let text = Repository.Read(file)
           from Match match in ConsumerClass().Matches(text)
           select (file, match.Groups[1].Value, LinesFrom(text, match.Index)),
    ];

    [Fact]
    public void Every_stage_has_a_consumer()
    {
        var stages = Consumers.Select(c => c.File.Split('/')).Where(p => p[0] == "services").Select(p => p[1]).ToHashSet();
        Assert.Superset(new HashSet<string> { "Ingest", "Stripping", "Entities", "Dedup" }, stages);
    }

    [Fact]
    public void A_consumer_is_short()
    {
        Assert.All(Consumers, c => Assert.True(c.Lines <= MaxConsumerLines, $"{c.Name} has {c.Lines} lines."));
    }

    [Fact]
    public void Every_consumer_has_a_definition()
    {
        var source = string.Join('\n', Repository.ProductSources.Select(Repository.Read));
        Assert.All(Consumers, c => Assert.Contains($"class {c.Name}Definition", source, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public sealed class AConsumer(IStore store) : IConsumer<A>\n{\n}\n", 3)]
    [InlineData("using X;\n\nnamespace Y;\n\ninternal sealed class AConsumer :\n    IConsumer<A>\n{\n}\n", 4)]
    public void A_consumer_is_found_and_counted_from_its_declaration(string text, int lines)
    {
        var match = Assert.Single(ConsumerClass().Matches(text));
        Assert.Equal("AConsumer", match.Groups[1].Value);
        Assert.Equal(lines, LinesFrom(text, match.Index));
    }

    private static int LinesFrom(string text, int index) => text[index..].TrimEnd().Split('\n').Length;

    [GeneratedRegex(@"(?:public|internal) sealed class (\w+)[^{;]*?:\s*IConsumer<", RegexOptions.NonBacktracking)]
    private static partial Regex ConsumerClass();
}
