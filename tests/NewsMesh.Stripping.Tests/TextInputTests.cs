namespace NewsMesh.Stripping.Tests;

public sealed class TextInputTests
{
    private const string Leftovers = """
        Home / Regions / ‘No decision’ on the harbour bridge: mayor

        ‘No decision’ on the harbour bridge: mayor

        PORT ELLEN: The mayor said on Monday that no decision had been taken on the old harbour bridge, which engineers closed last week.

        The bridge carries the only road to the ferry terminal and to some two hundred homes on the north shore.

        Ferry company says it is willing to pay for a temporary crossing

        “We have not signed anything and we are not about to,” she told reporters outside the town hall.

        Long way round

        Drivers now take a detour of forty kilometres along the coast road.

        Check Also

        Storm closes three more schools on the west coast

        PORT ELLEN: Strong winds have forced three more schools to …
        """;

    private readonly StrippedArticle _article = new ArticleStripper().Strip(new StripRequest { Text = Leftovers, WithBlocks = true });

    [Fact]
    public void The_body_is_kept_without_breadcrumb_repeated_title_cross_link_and_teaser()
    {
        Assert.Equal(
            [
                "PORT ELLEN: The mayor said on Monday that no decision had been taken on the old harbour bridge, which engineers closed last week.",
                "The bridge carries the only road to the ferry terminal and to some two hundred homes on the north shore.",
                "“We have not signed anything and we are not about to,” she told reporters outside the town hall.",
                "Long way round",
                "Drivers now take a detour of forty kilometres along the coast road.",
            ],
            _article.Text.Split("\n\n"));
    }

    [Fact]
    public void The_title_is_the_last_part_of_the_breadcrumb() =>
        Assert.Equal("‘No decision’ on the harbour bridge: mayor", _article.Title);

    [Fact]
    public void Every_line_is_accounted_for_with_a_reason() =>
        Assert.All(_article.Blocks, block => Assert.NotEmpty(block.Reason));

    [Theory]
    [InlineData("1\tVessen Rowing Club\t58", "row")]
    [InlineData("Place\tCrew", "row")]
    [InlineData("• warm coats", "item")]
    [InlineData("- warm coats", "item")]
    [InlineData("12) warm coats", "item")]
    [InlineData("12.5 metres", "text")]
    [InlineData("\tindented", "text")]
    public void Tabs_make_rows_of_a_table_and_marks_entries_of_a_list(string line, string kind) =>
        Assert.Equal(kind, Assert.Single(new ArticleStripper().Strip(new StripRequest { Text = line, WithBlocks = true }).Blocks).Kind);
}
