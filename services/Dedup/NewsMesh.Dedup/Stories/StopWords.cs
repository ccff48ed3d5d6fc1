using NewsMesh.Dedup.Normalization;

namespace NewsMesh.Dedup.Stories;

/// <summary>
/// Words that carry no topic: English function words and the verbs and time words of every report, and the function words
/// of the other large European languages, without those that are content words or parts of names in English ("die", "son", "los").
/// Document frequencies alone would learn them too late: in a young store two unrelated French articles look alike.
/// Other languages' are left to the document frequencies.
/// </summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = new(
        (
            "a about above after again against all also although am among an and another any are around as at back be became "
            + "because become been before being below between both but by call came can could day days did do does doing done "
            + "down during each early even every few first for from further get go had has have having he her here hers him "
            + "himself his how however i if in into is it its itself just know last later least less like made make many may "
            + "me might more most much must my near never new next no nor not now of off often on once one only or other our "
            + "out over own part people per put said same saw say says see set several she should since so some still such "
            + "take than that the their them then there these they this those though three through time to told too two under "
            + "until up upon us use used very was way we week well went were what when where which while who whom whose why "
            + "will with within without would year years yet you your according reported news "
            // French
            + "au aux avec ce ces cette dans de des du elle elles en est et eux il ils je les leur leurs lui mais ne nous "
            + "ont ou qu que qui sa se ses sont sous sur un une vous été être avait était fait aussi comme "
            // Spanish, Portuguese, Italian
            + "como cuando del desde donde ella ellos entre eran este esta esto estos estas fue fueron han hasta "
            + "las más muy nos para pero por porque según sobre su sus también tiene una uno y ya ao aos até da "
            + "dos ela ele eles em essa esse foi foram isso mais mas muito na nas nem nos num numa pela pelo são sem seu sua "
            + "também ter uma alla alle anche che chi coi col come cui dal dalla degli dei del della delle di dopo è gli "
            + "hanno i il nel nella nelle nei non più quale quando questa questo sono stato sua suo sui sulla tra "
            // German, Dutch
            + "aber als am auch auf aus bei bis dass dem der des dieser diese dieses durch ein eine einem einen einer eines "
            + "er es für gegen hatte hatten ich ihm ihn ihr ihre im ist kann mehr nach nicht noch nur oder seine sich sie "
            + "sind so soll über und uns unter vom von vor wenn werden wie wir wird wurde wurden zu zum zur zwischen aan bij dat "
            + "de deze dit een geen had heb hebben heeft het hij hun ik je kan maar meer naar niet nog onder ook "
            + "tegen uit veel voor wat werd wordt worden zal zich zijn zo zou "
            // Polish
            + "ale bez być był była było były czy dla do gdy ich jak jako jego jej jest jeszcze już ktore która które który na nad "
            + "nie niż oraz po przed przez przy się są tego tej tym także w we wszystkich z za ze że")
        .Split(' ').Select(Plain),
        StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A word as the reader gives it: without marks.</summary>
    private static string Plain(string word) =>
        string.Concat(TextNormalizer.Decompose(word, word.Length).Where(c => !TextNormalizer.IsInvisible(c)));

    public static bool Contains(ReadOnlySpan<char> word) => BySpan.Contains(word);
}
