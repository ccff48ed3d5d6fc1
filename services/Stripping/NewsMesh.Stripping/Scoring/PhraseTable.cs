namespace NewsMesh.Stripping.Scoring;

/// <summary>Phrases of news sites around articles; lower case, no end punctuation.</summary>
internal static class PhraseTable
{
    /// <summary>Beginnings of requests and notices: whatever follows in the line goes with them.</summary>
    public static readonly string[] Notices =
    [
        "follow us on", "follow us at", "follow me on", "like us on", "find us on", "join us on", "share this article",
        "share this story", "share on", "share this post",
        "subscribe to", "subscribe now", "sign up for", "sign up to", "sign in to", "log in to", "register to",
        "already a subscriber", "get the latest",
        "click here to", "click here for", "tap here", "read more about", "read more:", "read also", "also read", "read:",
        "related:", "see also", "watch:", "more:",
        "more on this story", "more from", "you may also like", "don't miss", "recommended for you", "continue reading",
        "story continues below",
        "article continues after", "advertisement", "copyright ©", "copyright 20", "© 20", "©", "all rights reserved", "powered by",
        "filed under", "tagged with", "tags:", "posted in",
        "download our app", "download the", "have a tip", "email the author", "contact the author", "send us", "report a typo",
        "print this", "email this",
        "we use cookies", "by submitting this form", "citation:", "this document is subject to copyright",
        "please check the opt-in", "thanks for signing up", "we promise", "no spam", "by submitting your", "by signing up",
        "you may revoke", "stay up to date", "keep up to date", "please fill", "please activate your", "an email with",
        "required fields", "read the original", "this site uses", "this website uses", "by continuing to",
        "your email address will not be published", "save my name",
        "photo by", "image credit", "photo credit", "image:", "photo:", "credit:", "pictured:", "support our journalism",
        "support independent", "become a member", "please enable javascript",
        "you must be logged in", "not a subscriber", "our standards:", "first published", "last updated", "published:", "updated:",
        "posted on", "source:", "sources:",
        "abonnieren sie", "jetzt abonnieren", "folgen sie uns", "mehr zum thema", "lesen sie auch", "lesen sie hier",
        "lesen sie mehr", "lesen sie dazu", "auch interessant", "das könnte sie auch", "weitere artikel",
        "artikel teilen", "jetzt teilen", "diesen artikel", "newsletter", "anzeige", "foto:", "fotos:", "bild:", "quelle:",
        "quellen:", "wir verwenden cookies", "diese website verwendet", "zur startseite", "zum thema", "schlagworte",
        "melden sie sich", "hier geht es", "hier klicken", "alle rechte vorbehalten", "mehr zu", "veröffentlicht am",
        "aktualisiert am", "sie müssen angemeldet sein", "du musst angemeldet sein", "ihre e-mail-adresse wird nicht",
        "deine e-mail-adresse wird nicht",
        "lire aussi", "à lire aussi", "a lire aussi", "suivez-nous", "abonnez-vous", "inscrivez-vous", "partager sur",
        "tous droits réservés", "crédit photo", "publié le", "mis à jour",
        "lea también", "lee también", "le puede interesar", "te puede interesar", "síguenos en", "suscríbete", "compartir en",
        "todos los derechos reservados", "foto de", "leer más", "leggi anche", "seguici su", "iscriviti", "leia também",
        "leia mais", "siga-nos", "assine",
        "lees ook", "czytaj też", "czytaj także", "zobacz też", "zobacz także", "przeczytaj także", "fot.", "źródło:",
        "читайте также", "подписывайтесь", "фото:", "источник:",
    ];

    /// <summary>What offers of a newsletter promise, wherever in the line.</summary>
    public static readonly string[] Mailing =
    [
        "unsubscribe at any time", "unsubscribe anytime", "in your inbox every", "to your inbox", "straight to your email",
        "abbestellung jederzeit", "jederzeit abbestell", "jederzeit wieder abmelden", "in ihr postfach", "in dein postfach",
        "désinscription en un clic", "désinscription à tout moment", "désinscrire à tout moment", "désabonner à tout moment",
        "dans votre boîte mail",
        "darse de baja en cualquier momento", "darte de baja cuando", "cancelar la suscripción en cualquier momento",
        "en tu bandeja de entrada", "en su bandeja de entrada",
        "cancelar a subscrição", "cancelar a assinatura a qualquer momento", "cancelar a inscrição a qualquer momento",
        "na sua caixa de entrada", "na sua caixa de correio",
        "disiscriverti in qualsiasi momento", "cancellarti in qualsiasi momento", "annullare l'iscrizione in qualsiasi momento",
        "nella tua casella di posta", "nella tua email ogni",
        "op elk moment uitschrijven", "op elk moment afmelden", "in je mailbox", "in uw mailbox", "in je inbox",
        "zrezygnować w każdej chwili", "w każdej chwili zrezygnować", "w każdej chwili wypisać", "na twoją skrzynkę",
        "na swoją skrzynkę",
    ];

    /// <summary>What names the owner of a picture.</summary>
    public static readonly string[] Credits =
    [
        "getty images", "/getty", "/ap photo", "ap photo/", "/afp", "/reuters", "reuters/", "shutterstock", "istock", "/dpa",
        "picture alliance", "photograph:", "(image:", "(photo:", "(credit:", "image via", "photo via", "photo courtesy",
        "imago images", "file photo",
    ];

    /// <summary>Comments, never “to comment”: spokesmen decline to.</summary>
    public static readonly string[] CommentWords = ["comments", "kommentare", "commentaires", "comentarios", "comentários", "commenti", "reacties", "komentarze"];

    /// <summary>What the house rules of a comment section threaten.</summary>
    public static readonly string[] Moderation =
    [
        "will be removed", "will be deleted", "not be published", "not be approved", "are moderated", "community guidelines",
        "werden moderiert", "werden gelöscht", "nicht freigeschaltet", "netiquette", "seront supprimés", "sont modérés",
        "serán eliminados", "no serán publicados", "serán moderados", "não serão aprovados", "não serão publicados", "serão removidos",
        "verranno rimossi", "saranno rimossi", "verranno cancellati", "worden verwijderd", "zostaną usunięte", "będą usuwane",
    ];

    /// <summary>What consent texts speak of besides cookies.</summary>
    public static readonly string[] Consent =
    [
        "website", "web site", "this site", "our site", "your browser", "your experience", "consent", "personali", "necessary",
        "webseite", "zustimm", "einwillig", "unsere seite", "diese seite", "nutzung", "notre site", "ce site", "este sitio",
        "este site", "questo sito", "deze site",
    ];

    /// <summary>Lines that are nothing but this, and perhaps a number.</summary>
    public static readonly string[] Labels =
    [
        "share", "share this", "tweet", "print", "email", "e-mail", "whatsapp", "facebook", "twitter", "linkedin", "pinterest",
        "reddit", "copy link", "link copied", "save", "comment", "reply",
        "advertising", "ad", "ads", "sponsored", "promoted", "read more", "more", "read full article", "view comments",
        "show comments", "next", "previous", "next article", "previous article", "back to top", "top", "home",
        "menu", "search", "loading", "close", "skip to content", "skip to main content", "view gallery", "play", "pause", "video",
        "photos", "gallery", "embed", "report", "like", "likes", "views", "shares", "tags", "topics", "subscribe", "login",
        "log in", "sign up", "newsletter",
        "teilen", "drucken", "merken", "kommentieren", "mehr", "weiterlesen", "mehr lesen", "weiter", "zurück", "nach oben",
        "suche", "werbung", "video abspielen", "twittern", "mailen", "schließen",
        "partager", "imprimer", "publicité", "commenter", "compartir", "imprimir", "publicidad", "comentar", "condividi", "stampa",
        "pubblicità", "udostępnij", "reklama", "drukuj", "поделиться", "реклама",
        "广告", "分享", "广告分享", "シェア", "공유", "인쇄", "인쇄하기",
    ];

    /// <summary>Headings of what follows an article, and of boxes inside one.</summary>
    public static readonly string[] Enders =
    [
        "check also", "related", "related posts", "related articles", "related stories", "related news", "related topics",
        "related content", "related links", "you may also like", "you might also like", "also read", "read next", "up next",
        "read also", "read these next", "elsewhere on", "more stories", "more news", "more like this",
        "most read", "most shared", "stay connected", "keep up to date", "sign up for our newsletter", "newsletter", "subscribe",
        "tags:", "вам также может быть интересно", "você pode gostar", "você também pode gostar", "veja também", "most popular",
        "most viewed", "trending", "trending now", "popular posts", "popular", "recommended", "recommended stories", "latest news",
        "latest", "top stories", "recent posts", "editor's picks", "about the author", "about author", "share this",
        "share this article", "topics", "tags",
        "powered by blogger", "newer post", "older post", "older posts", "newer posts", "trackbacks", "suggested for you",
        "sponsored stories", "sponsored content", "around the web", "from around the web", "from the web", "promoted stories",
        "don't miss", "more in this section", "next post", "previous post", "post navigation",
        "das könnte sie auch interessieren", "das könnte dich auch interessieren", "auch interessant", "mehr zum thema",
        "meistgelesen", "meistgelesene artikel", "weitere artikel", "verwandte artikel", "ähnliche artikel", "ähnliche beiträge",
        "weitere themen", "lesen sie auch", "neueste artikel", "neueste beiträge", "passend zum thema", "über den autor",
        "à lire aussi", "sur le même sujet", "articles similaires", "les plus lus", "noticias relacionadas",
        "artículos relacionados", "te puede interesar", "lo más leído", "más noticias",
        "articoli correlati", "potrebbe interessarti", "leia também", "notícias relacionadas", "lees ook", "zobacz także",
        "czytaj także", "zobacz też", "powiązane artykuły", "читайте также",
        "相关阅读", "相关新闻", "推荐阅读", "関連記事", "관련기사",
        "lire aussi", "à lire également", "à voir aussi", "vous aimerez aussi", "sur le même thème", "dans la même rubrique",
        "les plus consultés",
        "lea también", "lee también", "le puede interesar", "también te puede interesar", "le recomendamos", "lo más visto",
        "noticia relacionada",
        "leggi anche", "ti potrebbe interessare", "potrebbe interessarti anche", "i più letti", "più letti", "notizie correlate",
        "leia mais", "mais lidas", "artigos relacionados", "matérias relacionadas", "recomendado para você", "poderá também gostar",
        "gerelateerd", "gerelateerde artikelen", "gerelateerde berichten", "meer over dit onderwerp", "meest gelezen",
        "ook interessant",
        "zobacz również", "przeczytaj też", "przeczytaj także", "przeczytaj również", "polecane", "polecamy", "najczęściej czytane",
        "najpopularniejsze",
    ];

    /// <summary>Headings of comments.</summary>
    public static readonly string[] Comments =
    [
        "comments", "no comments", "comment", "leave a reply", "leave a comment", "post a comment", "add a comment",
        "join the conversation", "join the discussion", "responses", "discussion", "conversations", "what do you think",
        "recent comments",
        "kommentare", "keine kommentare", "kommentar schreiben", "kommentar verfassen", "schreibe einen kommentar",
        "hinterlasse einen kommentar", "hinterlasse eine antwort", "schreiben sie einen kommentar", "diskussion", "leserkommentare",
        "ihre meinung",
        "commentaires", "les commentaires", "laisser un commentaire", "ajouter un commentaire", "aucun commentaire", "réactions",
        "vos réactions",
        "comentarios", "deja un comentario", "deja tu comentario", "deja una respuesta", "escribe un comentario",
        "añadir comentario", "no hay comentarios", "sin comentarios",
        "comentários", "deixe um comentário", "deixe o seu comentário", "adicionar comentário", "sem comentários",
        "nenhum comentário",
        "commenti", "lascia un commento", "aggiungi un commento", "scrivi un commento", "nessun commento",
        "reacties", "geen reacties", "geef een reactie", "plaats een reactie", "laat een reactie achter",
        "komentarze", "brak komentarzy", "dodaj komentarz", "napisz komentarz",
        "комментарии", "добавить комментарий", "评论", "コメント", "댓글",
    ];
}
