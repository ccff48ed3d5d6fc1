using System.Text;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Stripping.Service;

/// <summary>From the stored page to what the library reads.</summary>
public static class Pages
{
    /// <summary>Decodes a raw page in the character set that ingest found.</summary>
    public static StripRequest ToRequest(RawPageDocument page)
    {
        var text = Decode(page);
        return new StripRequest
        {
            Html = page.IsHtml ? text : null,
            Text = page.IsHtml ? null : text,
            Url = page.Url ?? page.CanonicalUrl,
        };
    }

    private static string Decode(RawPageDocument page)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page.Charset) ?? Encoding.GetEncoding(page.Charset);
        var mark = encoding.Preamble;
        var content = page.Content.AsSpan();
        return encoding.GetString(mark.Length > 0 && content.StartsWith(mark) ? content[mark.Length..] : content);
    }
}
