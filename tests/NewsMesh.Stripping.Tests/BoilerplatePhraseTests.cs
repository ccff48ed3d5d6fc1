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

    private static string Text(string tail) =>
        new ArticleStripper().Strip(new StripRequest { Html = Article.Replace("{0}", tail, StringComparison.Ordinal) }).Text;
}
