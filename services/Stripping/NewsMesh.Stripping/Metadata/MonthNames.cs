using System.Collections.Frozen;

namespace NewsMesh.Stripping.Metadata;

/// <summary>Names of months in the languages of European news, and their common abbreviations.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> Numbers = Build(
        "jan january januar jänner janvier enero ene janeiro gennaio gen januari styczeń stycznia января",
        "feb february februar février févr fevrier febrero fevereiro fev febbraio februari luty lutego февраля",
        "mar march märz mrz maerz mars marzo março maart mrt marzec marca марта",
        "apr april avril avr abril abr aprile kwiecień kwietnia апреля",
        "may mai mayo maio maggio mag mei maj maja мая",
        "jun june juni juin junio junho giugno giu czerwiec czerwca июня",
        "jul july juli juillet juil julio julho luglio lug lipiec lipca июля",
        "aug august août aout agosto ago augustus sierpień sierpnia августа",
        "sep sept september septembre septiembre setembro set settembre wrzesień września сентября",
        "oct october oktober okt octobre octubre outubro out ottobre ott październik października октября",
        "nov november novembre noviembre novembro listopad listopada ноября",
        "dec december dezember dez décembre déc diciembre dic dezembro dicembre grudzień grudnia декабря");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>1 to 12, or null for a word that is no month.</summary>
    public static int? Number(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var number) ? number : null;

    private static FrozenDictionary<string, int> Build(params string[] months) =>
        months.SelectMany((names, i) => names.Split(' ').Select(name => (name, number: i + 1)))
            .ToFrozenDictionary(m => m.name, m => m.number, StringComparer.OrdinalIgnoreCase);
}
