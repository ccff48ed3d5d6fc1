using System.Globalization;
using NewsMesh.AllInOne.Amqp;
using NewsMesh.Entities;
using Spectre.Console;

namespace NewsMesh.AllInOne.Processing;

/// <summary>Entities for people: the text with its mentions in colour, then a table.</summary>
internal static class EntityView
{
    /// <summary>Longest name or stretch of text shown as one; what is longer is cut.</summary>
    private const int MaxLength = 1_000_000;

    public static void Write(string text, IReadOnlyList<RecognizedEntity> entities) => Write(AnsiConsole.Console, text, entities);

    internal static void Write(IAnsiConsole console, string text, IReadOnlyList<RecognizedEntity> entities)
    {
        var marked = new Paragraph();
        var at = 0;
        foreach (var (mention, type) in entities.SelectMany(e => e.Mentions.Select(m => (m, e.Type))).OrderBy(pair => pair.m.Start))
        {
            marked.Append(Clean(text[at..mention.Start])).Append(Clean(mention.Text), new Style(Color(type), decoration: Decoration.Bold));
            at = mention.End;
        }

        console.Write(marked.Append(Clean(text[at..])));
        console.WriteLine();
        console.Write(Table(entities));
    }

    private static Table Table(IReadOnlyList<RecognizedEntity> entities)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("entity", "type", "mentions", "confidence", "salience");
        foreach (var entity in entities)
        {
            table.AddRow(
                new Text(Printable.Line(entity.Name), new Style(Color(entity.Type))),
                new Text(entity.Type),
                new Text(entity.Mentions.Count.ToString(CultureInfo.InvariantCulture)),
                new Text(entity.Mentions.Average(m => m.Confidence).ToString("F2", CultureInfo.InvariantCulture)),
                new Text(entity.Salience.ToString("F2", CultureInfo.InvariantCulture)));
        }

        return table;
    }

    private static string Clean(string text) => Printable.Text(text, MaxLength);

    private static Color Color(string type) => type switch
    {
        EntityTypes.Person => Spectre.Console.Color.Yellow,
        EntityTypes.Location => Spectre.Console.Color.Green,
        EntityTypes.Organization => Spectre.Console.Color.Blue,
        _ => Spectre.Console.Color.Fuchsia,
    };
}
