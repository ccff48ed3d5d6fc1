namespace NewsMesh.AllInOne.Tests.Support;

/// <summary>Invented news, long enough for every stage.</summary>
internal static class Texts
{
    public const string Harbour =
        "The harbour board of Calderby voted on Tuesday to keep the old swing bridge open to walkers through the winter. "
        + "Engineers had asked for it to be closed in October so that its bearings could be replaced before the first storms. "
        + "Marta Lindqvist, who chairs the board, said the work would now be done at night and on Sundays.";

    public const string Orchard =
        "Fruit growers in the Venn valley expect their best cider season in eleven years after a dry and sunny September. "
        + "The cooperative of forty farms has rented two more presses and hired students to sort the apples by hand. "
        + "Prices will stay as they are, its manager Tom Aldous told reporters at the opening of the harvest fair.";

    public const string Observatory =
        "A telescope that was built by school pupils has found a small asteroid that crosses the orbit of Mars. "
        + "The object was seen on three nights from the roof of the Haldane school and confirmed by two professional observatories. "
        + "Its discoverers, aged fourteen to seventeen, may now propose a name for it.";

    /// <summary>An ordinary page around a text.</summary>
    public static string Page(string title, string text) =>
        $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{title}</title></head><body>"
        + "<nav><ul><li><a href=\"/a\">Home</a></li><li><a href=\"/b\">Sport</a></li><li><a href=\"/c\">Weather</a></li></ul></nav>"
        + $"<article><h1>{title}</h1><p>{text.Replace(". ", ".</p><p>", StringComparison.Ordinal)}</p></article>"
        + "<footer><a href=\"/privacy\">Privacy policy</a> <a href=\"/terms\">Terms of use</a></footer></body></html>";
}
