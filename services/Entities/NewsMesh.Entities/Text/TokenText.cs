using System.Text;

namespace NewsMesh.Entities.Text;

/// <summary>Brings a token to the form that the tagger knows: typewriter quotes, plain hyphens, no invisible characters.</summary>
internal static class TokenText
{
    public static string Normalize(ReadOnlySpan<char> token)
    {
        var first = token.IndexOfAnyExceptInRange(' ', '~');
        if (first < 0)
        {
            return token.ToString();
        }

        var builder = new StringBuilder(token.Length).Append(token[..first]);
        foreach (var c in token[first..])
        {
            _ = c switch
            {
                CharClass.SoftHyphen or '\u200C' or '\u200D' or '\u2060' => builder,
                '\u2018' or '\u2019' or '\u02BC' or '\u00B4' => builder.Append('\''),
                '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => builder.Append('"'),
                '\u2010' or '\u2011' => builder.Append('-'),
                '\u2013' or '\u2014' or '\u2015' => builder.Append("--"),
                '\u2026' => builder.Append("..."),
                _ => builder.Append(c),
            };
        }

        return builder.ToString();
    }
}
