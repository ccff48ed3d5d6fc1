using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsMesh.Gateway.Api;

/// <summary>What may stand for an id in an address.</summary>
internal static class Ids
{
    /// <summary>Longest id of ours; hashes in hexadecimal are 64.</summary>
    private const int MaxOwn = 128;

    /// <summary>Longest name a submitter may give; ingest's limit.</summary>
    private const int MaxSubmission = 200;

    public static string SubmissionRule { get; } =
        $"a submission's id has 1 to {MaxSubmission} characters, none of them control characters.";

    /// <summary>Whether an article's or story's id is out of form: letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, <c>:</c>.</summary>
    public static bool IsBad(string id, [NotNullWhen(true)] out ProblemHttpResult? problem)
    {
        var good = id.Length is > 0 and <= MaxOwn && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');
        problem = good ? null : Problems.BadRequest("This is not the form of an id.");
        return !good;
    }

    /// <summary>Whether a submission's id, which the submitter chose, is too long or has control characters.</summary>
    public static bool IsBadSubmission(string id, [NotNullWhen(true)] out ProblemHttpResult? problem)
    {
        var good = id.Length is > 0 and <= MaxSubmission && !id.Any(char.IsControl);
        problem = good ? null : Problems.BadRequest("Not an id: " + SubmissionRule);
        return !good;
    }

    /// <summary>
    /// The last segment of the address with every escape resolved: routing leaves <c>%2F</c> as it is, and a submitter's
    /// id may well have a slash. Null where the server does not know the address as it came.
    /// </summary>
    public static string? LastSegment(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget;
        return string.IsNullOrEmpty(target) ? null : Uri.UnescapeDataString(target.Split('?')[0].Split('/')[^1]);
    }
}
