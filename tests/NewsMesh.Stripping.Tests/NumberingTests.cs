using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Features;

namespace NewsMesh.Stripping.Tests;

public sealed class NumberingTests
{
    [Fact]
    public void Lines_that_count_up_know_how_many_they_are_and_so_do_those_between()
    {
        string[] lines = ["Home", "1) Oars", "For two", "2) Ropes", "3) Lamps", "More"];
        Assert.Equal([0, 3, 0, 3, 3, 0], Own(lines));
        Assert.Equal([0, 3, 3, 3, 3, 0], Around(lines));
    }

    [Fact]
    public void A_number_that_follows_none_begins_a_count() => Assert.Equal([1, 2, 2, 1], Own("7 boats", "1 oar", "2 oars", "9 ropes"));

    [Fact]
    public void A_count_does_not_go_on_far_below() =>
        Assert.Equal(1, Own(["1 oar", .. Enumerable.Repeat("and a rope", 12), "2 oars"])[0]);

    [Theory]
    [InlineData("1")]
    [InlineData("1:30 start")]
    [InlineData("1,5 metres")]
    [InlineData("2019 in boats")]
    [InlineData("One boat")]
    public void What_is_no_number_of_an_entry_counts_for_nothing(string line) => Assert.Equal([0], Own(line));

    [Theory]
    [InlineData("#1 oar")]
    [InlineData("(1) oar")]
    [InlineData("1a etapa")]
    [InlineData("1. oar")]
    public void Marks_and_letters_may_stand_around_a_number(string line) => Assert.Equal([1], Own(line));

    private static int[] Own(params string[] lines) => [.. lines.Select((_, i) => Of(lines).Of(i))];

    private static int[] Around(params string[] lines) => [.. lines.Select((_, i) => Of(lines).Around(i))];

    private static Numbering Of(string[] lines) => new([.. lines.Select(line => new Block(line, BlockKind.Text, -1))]);
}
