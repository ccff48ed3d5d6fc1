using System.Collections.Frozen;

namespace NewsMesh.Stripping.Features;

/// <summary>Words of the languages of European news by what they are about. None of them decides: the model weighs their number.</summary>
internal static class WordClasses
{
    public static readonly int Count = Enum.GetValues<WordClass>().Length;

    private static readonly FrozenDictionary<string, int> Words = Build(
        (WordClass.Subscription, "newsletter newsletters subscribe subscribed subscribing subscription subscriptions subscriber subscribers unsubscribe inbox signup sign registered registration membership abonnieren abonnement abonnements abo abonnent abonnenten anmelden abmelden postfach abonnez abonnés inscrivez inscription suscríbete suscripción suscribirse boletín suscriptores assine assinatura assinante inscreva iscriviti abbonati abbonamento iscrizione nieuwsbrief abonneer aanmelden prenumerata subskrybuj subskrypcja zapisz premium paywall donate donation spenden spende"),
        (WordClass.Social, "follow followers twitter facebook instagram youtube telegram whatsapp linkedin pinterest tiktok reddit snapchat share shares shared tweet tweets retweet like likes folgen folge teilen suivez suivre partager partagez síguenos seguir compartir siga compartilhe curta seguici condividi volg delen udostępnij obserwuj podcast podcasts app apps hashtag rss"),
        (WordClass.Contact, "email e-mail mail contact contacts reach tip tips tipline phone telephone address kontakt kontaktieren telefon adresse contacter contactez contacto contactar correo contato telefone contatto contattare telefono contactar napisz adres send write"),
        (WordClass.Contribution, "contributed contributing contribution contributions reporting compiled edited editing written produced additional assistance mitarbeit beigetragen redaktionell bearbeitet übersetzt contribué traduit colaboró colaboración redactado traducido colaborou contribuiu tradução collaborato bijgedragen współpraca opracowanie oprac reports"),
        (WordClass.Author, "author authors reporter reporters journalist journalists correspondent editor editors columnist writer writers freelance freelancer blogger staff covers bio biography desk autor autorin autoren redakteur redakteurin redaktion journalistin volontär korrespondent auteur journaliste rédacteur rédaction autora periodista redactor redacción jornalista redator redação autore giornalista redattore redazione dziennikarz dziennikarka redaktor redakcja redacteur redactie verslaggever"),
        (WordClass.Related, "related read more also see watch recommended trending popular latest next stories articles click here link links mehr lesen weitere artikel weiterlesen hier siehe thema dazu lire aussi voir articles plus lea también más leer vea leia mais também veja leggi anche altri guarda lees ook meer bekijk czytaj także też więcej zobacz również polecamy przeczytaj"),
        (WordClass.Comment, "comment comments commented commenting reply replies responses discussion moderated kommentar kommentare kommentieren antworten diskussion commentaire commentaires répondre comentario comentarios responder comentário comentários commento commenti rispondi reactie reacties komentarz komentarze komentarzy odpowiedz login anonymous anonym"),
        (WordClass.Picture, "photo photos photograph photographer photography image images picture pictured pictures credit getty reuters ap afp courtesy caption file foto fotos bild bilder quelle dpa imago symbolbild archivbild crédit crédits imagen imágenes fotografía imagem imagens fotografia immagine beeld fot źródło zdjęcie video videos vidéo vídeo gallery galerie slideshow via shutterstock istock wikimedia flickr screenshot illustration youtube shot handout epa"),
        (WordClass.Advertisement, "advertisement advertising sponsored sponsor promoted anzeige werbung publicité publicidad publicidade pubblicità advertentie reklama affiliate commission offer offers deal deals discount buy shop price amazon provision gutschein angebot preis kaufen coupon"),
        (WordClass.Legal, "copyright rights reserved privacy policy terms cookies cookie disclaimer imprint impressum datenschutz datenschutzerklärung agb nutzungsbedingungen rechte vorbehalten droits réservés derechos reservados direitos diritti riservati rechten prawa zastrzeżone licence license licensed reproduced redistributed republished permission rewritten published broadcast guidelines consent"),
        (WordClass.Time, "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday updated posted ago uhr pm am est edt gmt utc minutes hours januar februar märz mai juni juli oktober dezember aktualisiert veröffentlicht publié janvier février mars avril juin juillet août septembre octobre novembre décembre publicado actualizado enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre atualizado janeiro fevereiro março maio junho julho setembro outubro novembro dezembro pubblicato gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre opublikowano aktualizacja stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
        (WordClass.Navigation, "home menu search previous back top page pages skip login account profile startseite suche zurück weiter nach oben accueil recherche inicio buscar início busca indietro cerca zoeken terug szukaj strona wstecz print pdf drucken imprimer imprimir stampa drukuj category categories tags topics kategorie kategorien schlagworte"),
        (WordClass.Reader, "you your yours please join get sie ihr ihre ihnen du dein deine bitte vous votre vos usted tu tus você seu sua tuo tua jij je uw jouw twój twoje proszę"),
        (WordClass.Speech, "said says say told tells added asked according stated explained announced sagte sagt sagten erklärte teilte berichtet laut dit déclaré explique selon dijo dice explicó aseguró según disse afirmou explicou segundo detto dichiarato spiegato secondo zei zegt volgens powiedział powiedziała mówi według dodał"),
        (WordClass.Company, "about founded headquartered leading provider company inc ltd llc corp gmbh ag solutions worldwide customers employees website visit www com information unternehmen weltweit führender führende mitarbeiter kunden webseite entreprise société empresa líder azienda bedrijf firma"));

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The classes of a lower-case word, one bit each.</summary>
    public static int Of(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var classes) ? classes : 0;

    private static FrozenDictionary<string, int> Build(params (WordClass Class, string Words)[] rows)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (wordClass, list) in rows)
        {
            foreach (var word in list.Split(' '))
                words[word] = words.GetValueOrDefault(word) | 1 << (int)wordClass;
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
