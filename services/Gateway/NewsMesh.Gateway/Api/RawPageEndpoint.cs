using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsMesh.Gateway.Views;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Api;

/// <summary>
/// The page as received. It comes from anywhere and is served from our own origin, so it goes out as plain text that
/// no browser may take for anything else, and with a policy that would run and load nothing if one did.
/// </summary>
internal static partial class RawPageEndpoint
{
    private const string Policy = "sandbox; default-src 'none'";

    /// <summary>Common clients refuse header sections over 8 to 16 KiB; the JSON form has all headers whatever their size.</summary>
    private const int MaxHeaderLength = 4096;

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/articles/{id}/raw", Get).WithTags("Articles").WithSummary("The page as received, inert")
            .Produces<string>(StatusCodes.Status200OK, "text/plain").Produces<RawPageView>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Get(
        string id, int? revision, bool? meta, IStore store, HttpContext http, CancellationToken ct)
    {
        if (Ids.IsBad(id, out var problem))
        {
            return problem;
        }

        var found = await Revisions.FindAsync(store.Articles, id, revision, ct);
        var page = found is null ? null : await store.RawPages.GetAsync(found.RawId, ct);
        if (found is null || page is null)
        {
            return Problems.NotFound(found is null ? Revisions.Missing(id, revision) : $"The page of article {id} is not stored.");
        }

        return meta == true ? TypedResults.Ok(RawPageView.Of(page)) : Inert(page, found.Revision, http.Response);
    }

    private static FileContentHttpResult Inert(RawPageDocument page, int revision, HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"inline; filename=\"{page.ArticleId}.r{revision}{(page.IsHtml ? ".html" : "")}.txt\"");
        headers["NewsMesh-Sha256"] = page.Sha256;
        headers["NewsMesh-Received-At"] = page.ReceivedAt.ToString("O", CultureInfo.InvariantCulture);
        headers["NewsMesh-Fetched-At"] = page.FetchedAt?.ToString("O", CultureInfo.InvariantCulture);
        Set(headers, "NewsMesh-Final-Url", Uri.TryCreate(page.Url, UriKind.Absolute, out var url) ? url.AbsoluteUri : null);
        Set(headers, "NewsMesh-Response-Headers", page.Headers is null ? null : JsonSerializer.Serialize(page.Headers));
        var charset = CharsetName().IsMatch(page.Charset) ? page.Charset : "utf-8";
        return TypedResults.Bytes(page.Content, $"text/plain; charset={charset}");
    }

    /// <summary>Both kinds of value are ASCII by their making: an escaped address, and JSON with everything else escaped.</summary>
    private static void Set(IHeaderDictionary headers, string name, string? value)
    {
        if (value is { Length: <= MaxHeaderLength })
        {
            headers[name] = value;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._:+-]{0,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex CharsetName();
}
