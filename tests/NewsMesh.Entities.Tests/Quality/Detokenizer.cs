using System.Text;
using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Tests.Quality;

/// <summary>
/// Writes tokens as running text, as a newspaper would set them, and tells where each went. The first sentence
/// (the headline), sentences without a full stop and those in capitals (headings, rows) end their line; the others follow each
/// other.
/// </summary>
internal static class Detokenizer
{
    private static readonly HashSet<string> Closing = [",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "'s", "'S", "'m", "'d", "'re", "'ve", "'ll", "n't", "N'T", "..."];
    private static readonly HashSet<string> Opening = ["(", "[", "{", "$", "#", "`"];

    public static (string Text, Token[] Tokens) Write(TokenizedText document)
    {
        var text = new StringBuilder();
        var places = new Token[document.Tokens.Count];
        var inQuotes = false;
        foreach (var sentence in document.Sentences)
        {
            var (first, end, glued) = (sentence.Start.Value, sentence.End.Value, true);
            for (var i = first; i < end; i++)
            {
                var token = document.Tokens[i].Of(document.Text).ToString();
                inQuotes = token == "\"" ? i == end - 1 || (i > first && inQuotes) : inQuotes;
                var closes = Closing.Contains(token) || (token == "\"" && inQuotes) || (token == "'" && i > first && text[^1] == 's');
                text.Append(glued || closes ? "" : " ");
                places[i] = new Token(text.Length, text.Length + token.Length);
                text.Append(token);
                glued = Opening.Contains(token) || (token == "\"" && !inQuotes);
                inQuotes ^= token == "\"";
            }

            var isHeading = first == 0 || !text.ToString(places[first].Start, text.Length - places[first].Start).Any(char.IsLower);
            text.Append((text[^1] is '.' or '!' or '?' or '"') && !isHeading ? ' ' : '\n');
            inQuotes &= text[^1] == ' ';
        }

        return (text.ToString(), places);
    }
}
