using System.Buffers;

namespace NewsMesh.Stripping.Features;

/// <summary>Tells lines on who worked on an article: “(Reporting by …; editing by …)”, “… contributed to this report”.</summary>
internal static class CreditLine
{
    private const int Longest = 300;

    private static readonly SearchValues<string> Phrases = SearchValues.Create(
    [
        "contributed to this", "contributed reporting", "contributed to the", "(reporting by", "reporting by", "editing by", "edited by", "(editing by", "writing by",
        "is a staff writer", "is a reporter", "is a freelance", "is a contributor", "compiled by", "with files from", "follow him on", "follow her on", "follow me on",
        "can be reached at", "reach him at", "reach her at", "email him at", "email her at", "translated by", "material from", "from wire reports",
        "mitarbeit:", "mit material von", "redaktion:", "übersetzt von", "aus dem englischen", "avec afp", "avec reuters", "(avec ", "traduit par",
        "con información de", "traducido por", "com informações de", "com agências", "tradução de", "met medewerking van", "tłum.", "oprac.", "(opr.",
        "(dpa)", "(afp)", "(reuters)", "(pap)", "(ansa)", "(efe)", "(lusa)",
    ],
        StringComparison.OrdinalIgnoreCase);

    public static bool Is(string text) =>
        text.Length <= Longest && text.AsSpan().ContainsAny(Phrases);
}
