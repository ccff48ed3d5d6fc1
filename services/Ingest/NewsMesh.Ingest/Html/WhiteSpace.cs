namespace NewsMesh.Ingest;

internal static class WhiteSpace
{
    /// <summary>Runs of Unicode white space become one space; none is left at the ends.</summary>
    public static string Collapse(string text)
    {
        var result = new char[text.Length];
        var length = 0;
        var pending = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                pending = length > 0;
                continue;
            }

            if (pending)
            {
                result[length++] = ' ';
                pending = false;
            }

            result[length++] = c;
        }

        return new string(result, 0, length);
    }
}
