using System.Text;

namespace NewsMesh.Ingest;

internal static class WhiteSpace
{
    /// <summary>Runs of Unicode white space become one space; none is left at the ends.</summary>
    public static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        var pending = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                pending = result.Length > 0;
                continue;
            }

            if (pending)
            {
                result.Append(' ');
                pending = false;
            }

            result.Append(c);
        }

        return result.ToString();
    }
}
