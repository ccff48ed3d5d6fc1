namespace NewsMesh.Dedup.Normalization;

/// <summary>A figure of a text: a number in digits or a small number word, or a day of the week.</summary>
/// <param name="Code">
/// Hash of the figure in 15 bits, whatever its spelling; the highest bit is set for a day of the week.
/// </param>
/// <param name="Position">Letters and digits before it.</param>
internal readonly record struct Figure(ushort Code, int Position)
{
    private const ushort DayBit = 0x8000;

    public static bool IsDay(ushort code) => (code & DayBit) != 0;

    public static ushort CodeOf(ReadOnlySpan<char> figure, bool isDay)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var c in figure)
            hash = (hash ^ c) * 1_099_511_628_211;
        return (ushort)((Signatures.RollingHash.Mix(hash) & 0x7FFF) | (isDay ? DayBit : 0u));
    }

    /// <summary>
    /// The small number words that house styles swap with digits, and the days of the week; empty for any other word.
    /// </summary>
    public static string OfWord(ReadOnlySpan<char> word) => word switch
    {
        "one" => "1",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "eleven" => "11",
        "twelve" => "12",
        "monday" => "mon",
        "tuesday" => "tue",
        "wednesday" => "wed",
        "thursday" => "thu",
        "friday" => "fri",
        "saturday" => "sat",
        "sunday" => "sun",
        _ => "",
    };
}
