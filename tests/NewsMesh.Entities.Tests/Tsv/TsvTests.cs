using NewsMesh.Entities.Tsv;

namespace NewsMesh.Entities.Tests.Tsv;

public sealed class TsvTests
{
    private static readonly INameTagger Berg = new NameTagger([("Anna Berg", "PER")]);

    [Fact]
    public void Every_line_stays_and_only_tags_change()
    {
        const string input = "-DOCSTART-\tO\n\nAnna\tO\nBerg\tO\nwon\tB-LOC\n\n\n-DOCSTART-\tO\n\nAnna\tNN\tO\nBerg\tNN\tO\n";
        const string expected =
            "-DOCSTART-\tO\n\nAnna\tB-PER\nBerg\tI-PER\nwon\tO\n\n\n-DOCSTART-\tO\n\nAnna\tNN\tB-PER\nBerg\tNN\tI-PER\n";
        using var output = new StringWriter();

        var summary = TsvTagging.Run(Berg, new StringReader(input), output);

        Assert.Equal(expected, output.ToString());
        Assert.Equal(new TsvTaggingSummary(Sentences: 2, Tokens: 5, Entities: 2), summary);
    }

    [Fact]
    public void Windows_line_ends_are_read()
    {
        using var output = new StringWriter();

        TsvTagging.Run(Berg, new StringReader("Anna\tO\r\nBerg\tO\r\n\r\nwon\tO"), output);

        Assert.Equal("Anna\tB-PER\nBerg\tI-PER\n\nwon\tO\n", output.ToString());
    }

    [Fact]
    public void An_empty_file_gives_an_empty_file()
    {
        using var output = new StringWriter();

        Assert.Equal(new TsvTaggingSummary(0, 0, 0), TsvTagging.Run(Berg, new StringReader(""), output));
        Assert.Equal("", output.ToString());
    }

    [Theory]
    [InlineData("Anna\tO\nBerg\n", "Line 2")]
    [InlineData("\tO\n", "Line 1")]
    [InlineData("a\tO\n\nb b b", "Line 3")]
    public void A_malformed_line_is_named(string input, string line)
    {
        var error = Assert.Throws<FormatException>(() => TsvTagging.Run(Berg, new StringReader(input), TextWriter.Null));

        Assert.StartsWith(line + ":", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        using var endless = new EndlessReader();

        var error = Assert.Throws<FormatException>(() => TsvTagging.Run(Berg, endless, TextWriter.Null));

        Assert.StartsWith("Line 1:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_document_starts_is_cut_between_sentences()
    {
        var input = string.Concat(Enumerable.Repeat("word\tO\nword\tO\n\n", TsvDocumentReader.SoftDocumentLines));

        var documents = new TsvDocumentReader(new StringReader(input)).Read().ToList();

        Assert.True(documents.Count > 1);
        Assert.All(documents, d => Assert.InRange(d.Lines.Count, 1, TsvDocumentReader.SoftDocumentLines + 3));
        Assert.All(documents.SelectMany(d => d.Tokens()), s => Assert.Equal(2, s.Length));
        Assert.Equal(3 * TsvDocumentReader.SoftDocumentLines, documents.Sum(d => d.Lines.Count));
    }

    [Fact]
    public void A_sentence_without_end_is_cut()
    {
        var input = string.Concat(Enumerable.Repeat("word\tO\n", TsvDocumentReader.HardDocumentLines + 10));

        Assert.Equal(2, new TsvDocumentReader(new StringReader(input)).Read().Count());
    }

    [Fact]
    public void Too_few_tags_are_refused()
    {
        var document = new TsvDocumentReader(new StringReader("a\tO\nb\tO\n")).Read().Single();

        Assert.Throws<ArgumentException>(() => new TsvDocumentWriter(TextWriter.Null).Write(document, [["O"]]));
    }

    private sealed class EndlessReader : TextReader
    {
        public override int Read() => 'x';
    }
}
