using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsMesh.Gateway.Api;

/// <summary>The API's errors as problem details (RFC 9457, which replaced RFC 7807).</summary>
internal static class Problems
{
    /// <summary>What was away or full is worth another try after so many seconds.</summary>
    private const int RetryAfterSeconds = 2;

    public static ProblemHttpResult BadRequest(string detail) => Of(StatusCodes.Status400BadRequest, detail);

    public static ProblemHttpResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, detail);

    public static ProblemHttpResult TooLarge(string detail) => Of(StatusCodes.Status413PayloadTooLarge, detail);

    public static ProblemHttpResult NotJson(string detail) => Of(StatusCodes.Status415UnsupportedMediaType, detail);

    public static ProblemHttpResult Busy(HttpContext http, string detail) =>
        Later(http, StatusCodes.Status429TooManyRequests, detail);

    public static ProblemHttpResult Away(HttpContext http, string detail, IDictionary<string, object?>? extensions = null) =>
        Later(http, StatusCodes.Status503ServiceUnavailable, detail, extensions);

    private static ProblemHttpResult Later(
        HttpContext http, int status, string detail, IDictionary<string, object?>? extensions = null)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return Of(status, detail, extensions);
    }

    private static ProblemHttpResult Of(int status, string detail, IDictionary<string, object?>? extensions = null) =>
        TypedResults.Problem(detail, statusCode: status, extensions: extensions);
}
