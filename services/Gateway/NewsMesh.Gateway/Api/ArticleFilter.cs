using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsMesh.Contracts;
using NewsMesh.Storage;

namespace NewsMesh.Gateway.Api;

/// <summary>The query string of <c>GET /articles</c>, as text so that a bad value gets a sentence of its own.</summary>
internal sealed record ArticleFilter(
    [FromQuery(Name = "q")] string? Text,
    [FromQuery(Name = "entity")] string? Entity,
    [FromQuery(Name = "source")] string? Source,
    [FromQuery(Name = "story")] string? Story,
    [FromQuery(Name = "duplicate")] string? Duplicate,
    [FromQuery(Name = "from")] string? From,
    [FromQuery(Name = "to")] string? To,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "limit")] string? Limit)
{
    /// <summary>No name or search is longer; what is would only keep the store busy.</summary>
    private const int MaxTerm = 500;

    /// <summary>The store's query, or a sentence that says what is wrong.</summary>
    public bool TryRead([NotNullWhen(true)] out ArticleQuery? query, [NotNullWhen(false)] out string? fault)
    {
        query = null;
        if (!Cursors.TryReadLimit(Limit, ArticleQuery.DefaultLimit, ArticleQuery.MaxLimit, out var limit, out fault))
        {
            return false;
        }

        fault = Fault(out var from, out var to);
        if (fault is not null)
        {
            return false;
        }

        query = new ArticleQuery
        {
            Text = Given(Text),
            Entity = Given(Entity),
            Source = Given(Source),
            StoryId = Given(Story),
            Duplicate = Given(Duplicate),
            From = from,
            To = to,
            Cursor = Given(Cursor),
            Limit = limit,
        };
        return true;
    }

    private string? Fault(out DateTimeOffset? from, out DateTimeOffset? to)
    {
        to = null;
        if (!TryReadTime(From, out from))
        {
            return TimeFault("from");
        }

        if (!TryReadTime(To, out to))
        {
            return TimeFault("to");
        }

        if (Given(Duplicate) is not (null or DuplicateStatus.Unique or DuplicateStatus.Exact or DuplicateStatus.Near))
        {
            return "duplicate must be unique, exact or near.";
        }

        return new[] { Text, Entity, Source, Story }.Any(t => t?.Length > MaxTerm)
            ? $"A search term must not be longer than {MaxTerm} characters."
            : null;
    }

    private static string TimeFault(string name) =>
        $"{name} must be a date or time in ISO 8601, such as 2026-01-31 or 2026-01-31T12:00:00Z.";

    private static bool TryReadTime(string? value, out DateTimeOffset? time)
    {
        time = null;
        if (Given(value) is null)
        {
            return true;
        }

        string[] forms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];
        if (!DateTimeOffset.TryParseExact(
            value, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read))
        {
            return false;
        }

        time = read;
        return true;
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
