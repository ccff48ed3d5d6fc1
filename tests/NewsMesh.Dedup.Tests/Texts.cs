using NewsMesh.Dedup.Placing;
using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Tests;

/// <summary>Articles for tests, and signatures of them.</summary>
internal static class Texts
{
    public const string Title = "Harbour bridge closed after crack found";

    public const string Body =
        "Engineers closed the harbour bridge at Melby on Monday after a routine inspection found a crack in a main girder. "
        + "About 14,000 cars use the bridge each day. The city said it would take at least 6 weeks to replace the part. "
        + "Buses are sent round by the tunnel, and the ferry runs twice as often as before. Shopkeepers on the island fear "
        + "for their trade, since the holidays begin in 10 days.";

    public const string Unrelated =
        "A school choir from the hills has won the national singing contest with a song about snow. The forty children had "
        + "rehearsed in a barn, because their hall is being repaired. The prize is a journey to the sea.";

    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The body with other words at its end: a copy, but no identical one.</summary>
    public static string Edited(int variant) => Body + $" Witness number {variant + 20} said the noise could be heard across the water.";

    /// <summary>As the first article of a stream: no shingle is known to be common.</summary>
    public static ArticleSignature Sign(string title, string text) => new SignatureBuilder(DedupParameters.Default).Build(title, text);

    public static IndexedArticle Article(string id, string text, int minutes = 0, int revision = 1) => new()
    {
        ArticleId = id,
        Revision = revision,
        ReceivedAt = Noon.AddMinutes(minutes),
        Signature = Sign(Title, text),
    };
}
