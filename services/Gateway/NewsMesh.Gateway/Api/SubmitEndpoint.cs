using System.Text.Json;
using NewsMesh.Contracts;
using NewsMesh.Gateway.Submitting;
using NewsMesh.Gateway.Views;

namespace NewsMesh.Gateway.Api;

/// <summary>Drops articles over HTTP.</summary>
internal static class SubmitEndpoint
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/articles", Post).WithTags("Submissions").WithSummary("Submit one article or an array of them")
            .Accepts<SubmitArticle>("application/json")
            .Produces<SubmissionReceipt>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> Post(
        HttpContext http, SubmitService service, GatewayOptions options, CancellationToken ct)
    {
        // Asking for JSON also keeps pages of other origins out: browsers ask before they send it across origins.
        if (!http.Request.HasJsonContentType())
        {
            return Problems.NotJson("Submissions are JSON: set the header Content-Type: application/json.");
        }

        using var slot = service.TryTakeSlot();
        if (slot is null)
        {
            return Problems.Busy(http, "As many submissions as may be are being read.");
        }

        IReadOnlyList<SubmitArticle> articles;
        try
        {
            articles = await SubmissionReader.ReadAsync(http, options.MaxBodyBytes, ct);
        }
        catch (JsonException e)
        {
            return Problems.BadRequest($"The body is no submission or array of submissions: {e.Message}");
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problems.TooLarge($"The body is over the limit of {options.MaxBodyBytes} bytes.");
        }

        if (articles.Count > options.MaxBatch)
        {
            return Problems.TooLarge($"{articles.Count} submissions are over the limit of {options.MaxBatch} a request.");
        }

        if (articles.Count == 0 || SubmissionChecks.FindFault(articles) is { })
        {
            return Problems.BadRequest(SubmissionChecks.FindFault(articles) ?? "The array has no submission.");
        }

        return await SendAsync(http, service, service.Name(articles), ct);
    }

    private static async Task<IResult> SendAsync(
        HttpContext http, SubmitService service, IReadOnlyList<SubmitArticle> articles, CancellationToken ct)
    {
        if (!await service.HasRoomAsync(articles, ct))
        {
            return Problems.Busy(http, "The pipeline has as much unfinished work as it may have.");
        }

        var sent = await service.SendAsync(articles, ct);
        SubmissionReference[] accepted = [.. articles.Take(sent).Select(a => new SubmissionReference(a.Id!))];
        if (sent < articles.Count)
        {
            return Problems.Away(
                http, "The bus does not take submissions.", new Dictionary<string, object?> { ["submissions"] = accepted });
        }

        var location = sent == 1 ? $"/submissions/{Uri.EscapeDataString(accepted[0].SubmissionId)}" : null;
        return TypedResults.Accepted(location, new SubmissionReceipt(accepted));
    }
}
