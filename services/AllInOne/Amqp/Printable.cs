using System.Text;

namespace NewsMesh.AllInOne.Amqp;

/// <summary>Text of others, safe to show: no control characters, which a terminal would obey.</summary>
internal static class Printable
{
    /// <summary>One line, cut at <paramref name="limit"/> UTF-16 units.</summary>
    public static string Line(string text, int limit = 500) => Clean(text, limit, keepLines: false);

    /// <summary>Lines stay lines.</summary>
    public static string Text(string text, int limit) => Clean(text, limit, keepLines: true);

    private static string Clean(string text, int limit, bool keepLines)
    {
        var clean = new StringBuilder(Math.Min(text.Length, limit));
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, limit)))
        {
            clean.Append(keepLines && c == '\n' ? c : char.IsControl(c) ? ' ' : c);
        }

        return text.Length > limit ? clean.Append('…').ToString() : clean.ToString();
    }
}
