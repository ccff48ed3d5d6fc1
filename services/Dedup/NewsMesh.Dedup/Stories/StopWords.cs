namespace NewsMesh.Dedup.Stories;

/// <summary>
/// English words that carry no topic: function words, and the verbs and time words of every report. Other languages' are
/// left to the document frequencies.
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
            + "will with within without would year years yet you your according reported news")
        .Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => BySpan.Contains(word);
}
