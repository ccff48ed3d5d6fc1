namespace NewsMesh.Stripping.Tests;

public sealed class BoilerplatePhraseTests
{
    private const string Article = """
        <html><head><title>The mill turns</title></head><body><main>
        <p>The mill at Little Aske turned on Sunday for the first time since the war, to the surprise of the swans that nest in its wheel.</p>
        <p>It ground a sack of wheat in forty minutes, and the flour was baked into eleven loaves by the school kitchen on the same evening.</p>
        <p>Two engineers from the county museum had spent the winter on the gear, of which every third tooth was missing, and most of the spring on the roof.</p>
        <p>Their report runs to ninety pages and ends with a warning about woodworm, a list of the people who brought sandwiches, and a recipe for bread.</p>
        <p>The owners say that it will run on the first Sunday of each month, as long as there is water in the stream and someone to open the sluice.</p>
        {0}
        </main></body></html>
        """;

    private const string Later = "The swans have moved to the pond behind the school and seem to like it there.";

    [Theory]
    [InlineData("Our five best stories. You can unsubscribe at any time.")]
    [InlineData("Jeden Morgen um sechs die wichtigsten Meldungen. Abbestellung jederzeit möglich.")]
    [InlineData("L’essentiel de l’actualité chaque matin. Désinscription en un clic.")]
    [InlineData("Las noticias de la semana. Puedes darte de baja cuando quieras.")]
    [InlineData("As notícias do dia na sua caixa de entrada, todas as manhãs.")]
    [InlineData("Le storie della settimana nella tua casella di posta, ogni sabato.")]
    [InlineData("Elke ochtend het nieuws van de kust. U kunt zich op elk moment uitschrijven.")]
    [InlineData("Najważniejsze wiadomości tygodnia. Możesz zrezygnować w każdej chwili.")]
    public void An_offer_of_a_newsletter_is_not_the_articles_last_sentence(string offer) =>
        Assert.EndsWith("open the sluice.", Text($"<p>{offer}</p>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Comments")]
    [InlineData("Kommentare (2)")]
    [InlineData("Réactions")]
    [InlineData("Escribe un comentario")]
    [InlineData("Nenhum comentário")]
    [InlineData("Nessun commento:")]
    [InlineData("Plaats een reactie")]
    [InlineData("Brak komentarzy")]
    public void Long_comments_are_not_the_articles_next_part(string heading)
    {
        var comment = string.Concat(Enumerable.Repeat("I have lived beside that mill for thirty years and never once heard it complain. ", 2));
        Assert.EndsWith("open the sluice.", Text($"<p>{heading}</p><p>1: {comment}</p><p>2: {comment}</p>"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Comments that insult other readers will be removed. Please keep to the point and be kind to one another, always.")]
    [InlineData("Kommentare werden moderiert und in der Regel am selben Tag freigeschaltet, außer an Wochenenden und Feiertagen.")]
    [InlineData("Os comentários com textos ofensivos não serão aprovados pela nossa equipa, seja qual for o seu autor.")]
    [InlineData("Los comentarios ofensivos serán eliminados por el equipo de la redacción sin previo aviso a sus autores.")]
    public void House_rules_of_the_comments_are_not_the_articles_last_sentence(string rules) =>
        Assert.EndsWith("open the sluice.", Text($"<p>{rules}</p>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("A spokesman for the county declined to comment on whether the old gate beside the mill will be removed.")]
    [InlineData("Posted on a board at the church gate since Monday, the list of those who want a turn at the sluice has grown to two pages, and the vicar has had to add a third.")]
    public void A_sentence_that_only_sounds_like_a_notice_stays(string sentence) =>
        Assert.Contains(sentence, Text($"<p>{sentence}</p><p>{Later}</p>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("FILE - The mill at Little Aske stands idle in a field under snow during the hard winter of the year before last.")]
    [InlineData("In this Nov. 3, 2019, photo provided by the county museum, two engineers look at the gear of the mill at Little Aske.")]
    public void A_caption_as_agencies_write_it_is_dropped_wherever_it_stands(string caption) =>
        Assert.DoesNotContain(caption, Text($"<p>{caption}</p><p>{Later}</p>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("sexta-feira, 22 de outubro de 2010 às 20:13")]
    [InlineData("Tuesday, 19 November 2019, 10:30 GMT")]
    public void A_date_above_the_text_is_no_part_of_it(string date)
    {
        var page = Article.Replace("<main>", $"<main><h1>The mill turns</h1><div>{date}</div>", StringComparison.Ordinal);
        Assert.StartsWith("The mill at Little Aske", new ArticleStripper().Strip(new StripRequest { Html = page }).Text, StringComparison.Ordinal);
    }

    private static string Text(string tail) =>
        new ArticleStripper().Strip(new StripRequest { Html = Article.Replace("{0}", tail, StringComparison.Ordinal) }).Text;
}
