using System.Text;

namespace NewsMesh.Entities.Tagging;

/// <summary>The form of a word with runs folded: "McDonald" is XxXx, "U.S." is X.X., "2-1" is d-d.</summary>
internal static class WordShape
{
    private const int MaxLength = 8;

    public static string Of(string word)
    {
        var shape = new StringBuilder(MaxLength);
        var last = '\0';
        foreach (var c in word)
        {
            var folded = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            // "XX" is kept apart from "X": an acronym is not an initial.
            if (folded == last && !(folded == 'X' && shape.Length == 1))
            {
                continue;
            }

            if (shape.Length == MaxLength)
            {
                break;
            }

            shape.Append(folded);
            last = folded;
        }

        return shape.ToString();
    }
}
