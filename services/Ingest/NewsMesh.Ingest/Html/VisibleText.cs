using System.Net;
using System.Text;

namespace NewsMesh.Ingest;

/// <summary>
/// The words of a page, roughly: tags, comments, scripts and styles dropped, character references decoded, white space
/// collapsed. Good for telling the language and for content identity; reading the article is the next stage's work.
/// </summary>
public static class VisibleText
{
    /// <summary>The visible text of <paramref name="html"/>; linear in its length whatever it holds.</summary>
    /// <param name="html">Any string.</param>
    /// <param name="maxLength">Stop soon after this many UTF-16 units of text.</param>
    public static string Of(string html, int maxLength = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(html);
        var text = new StringBuilder(Math.Min(html.Length, 4096));
        var tokens = new HtmlTokens(html);
        while (text.Length < maxLength && tokens.Read())
        {
            if (tokens.Kind == HtmlTokenKind.Text)
            {
                text.Append(tokens.Text[..Math.Min(tokens.Text.Length, maxLength - text.Length)]);
            }
            else if (text.Length > 0 && tokens.Kind is HtmlTokenKind.StartTag or HtmlTokenKind.EndTag && !HtmlNames.IsInline(tokens.Name))
            {
                text.Append(' ');
            }
        }

        return WhiteSpace.Collapse(WebUtility.HtmlDecode(text.ToString()));
    }
}
