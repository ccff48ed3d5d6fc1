using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsMesh.Stripping.Metadata;

/// <summary>Reads the forms in which pages write dates. A date without an offset is taken as UTC.</summary>
internal static partial class DateText
{
    // Outside of these years a value is a placeholder or a mistake. There is no clock here: the same page always gives the same date.
    private const int FirstYear = 1990;
    private const int LastYear = 2100;
    private const int Longest = 120;

    /// <summary>The date in <paramref name="text"/>; null where there is none, or no sane one.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null || text.Length > Longest)
            return null;
        var match = Iso().Match(text);
        if (match.Success)
            return Build(match, Number(match, "y"), Number(match, "m"), Number(match, "d"), text);
        match = DayFirst().Match(text);
        if (match.Success)
            return Build(match, Number(match, "y"), Number(match, "m"), Number(match, "d"), text);
        match = DayMonthName().Match(text);
        if (match.Success && MonthNames.Number(match.Groups["n"].ValueSpan) is { } month)
            return Build(match, Number(match, "y"), month, Number(match, "d"), text);
        match = MonthNameDay().Match(text);
        if (match.Success && MonthNames.Number(match.Groups["n"].ValueSpan) is { } named)
            return Build(match, Number(match, "y"), named, Number(match, "d"), text);
        return null;
    }

    private static DateTimeOffset? Build(Match match, int year, int month, int day, string text)
    {
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var time = Time().Match(text, match.Index + match.Length);
        var (hour, minute, second) = time.Success ? (Number(time, "h"), Number(time, "i"), Number(time, "s")) : (0, 0, 0);
        if (time.Groups["pm"].Success && hour < 12)
            hour += 12;
        else if (time.Groups["am"].Success && hour == 12)
            hour = 0;
        if (hour > 23 || minute > 59 || second > 59)
            return null;
        return new DateTimeOffset(year, month, day, hour, minute, second, Offset(time));
    }

    private static TimeSpan Offset(Match time)
    {
        if (!time.Groups["oh"].Success)
            return TimeSpan.Zero;
        var minutes = (Number(time, "oh") * 60) + Number(time, "om");
        if (minutes > 14 * 60)
            return TimeSpan.Zero;
        return TimeSpan.FromMinutes(time.Groups["sign"].ValueSpan is "-" or "−" ? -minutes : minutes);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    // 2024-05-17, 2024/05/17, 20240517, 2024年5月17日, 2024. 5. 17
    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)[0-9]{2})(?:[-/.年]\s?(?<m>[0-9]{1,2})[-/.月]\s?(?<d>[0-9]{1,2})|(?<m>[0-9]{2})(?<d>[0-9]{2}))(?!\d)日?", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    // 17.05.2024, 17/05/2024: the day first, as everywhere but in the United States, where pages write months as names.
    [GeneratedRegex(@"(?<!\d)(?<d>[0-9]{1,2})[./-]\s?(?<m>[0-9]{1,2})[./-]\s?(?<y>(?:19|20)[0-9]{2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    // 17 May 2024, 17. Mai 2024, 17 de mayo de 2024
    [GeneratedRegex(@"(?<!\d)(?<d>[0-9]{1,2})(?:st|nd|rd|th|er|\.|º)?\s(?:de\s)?(?<n>\p{L}{3,12})\.?,?\s(?:de\s)?(?<y>(?:19|20)[0-9]{2})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayMonthName();

    // May 17, 2024
    [GeneratedRegex(@"(?<n>\p{L}{3,12})\.?\s(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?\s(?<y>(?:19|20)[0-9]{2})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MonthNameDay();

    // T10:30:00.000+02:00, " at 10:30 pm"
    [GeneratedRegex(@"\G(?:T|[^0-9A-Za-z]{1,4}(?:at |um |à |a las )?|\s\p{L}{2,3}\s)(?<h>[0-9]{1,2})[:.](?<i>[0-9]{2})(?::(?<s>[0-9]{2})(?:[.,][0-9]+)?)?\s?(?:(?<pm>p\.?m\b)|(?<am>a\.?m\b))?\s?(?:Z|(?:GMT|UTC)?(?<sign>[+−-])(?<oh>[0-9]{2}):?(?<om>[0-9]{2}))?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Time();
}
