using System.Text;
using MongoDB.Bson;

namespace NewsMesh.Storage.Mongo.Documents;

/// <summary>Elements of stored documents: what is null is left out, times keep their offset and their 100 ns.</summary>
internal static class BsonFields
{
    /// <summary>Suffix of the element with a time's ticks of 100 ns since 0001-01-01 UTC, which orders and conditions compare.</summary>
    public const string Ticks = "Ticks";

    /// <summary>Suffix of the element with a time's offset from UTC in minutes; left out for UTC itself.</summary>
    private const string Offset = "Offset";

    public static BsonDocument Put(this BsonDocument document, string name, BsonValue? value)
    {
        if (value is not null)
        {
            document[name] = value;
        }

        return document;
    }

    public static BsonDocument PutText(this BsonDocument document, string name, string? value) =>
        document.Put(name, value is null ? null : (BsonValue)WellFormed(value));

    /// <summary>A time as a date (whole milliseconds), with its ticks and its offset beside it.</summary>
    public static BsonDocument PutTime(this BsonDocument document, string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            document[name] = new BsonDateTime(time.ToUnixTimeMilliseconds());
            document[name + Ticks] = time.UtcTicks;
            document.Put(name + Offset, time.Offset == TimeSpan.Zero ? null : (BsonValue)(int)time.Offset.TotalMinutes);
        }

        return document;
    }

    public static BsonDocument PutList(this BsonDocument document, string name, IEnumerable<string> values) =>
        document.Put(name, new BsonArray(values.Select(WellFormed)));

    /// <summary>Pairs as a list of name and value: a field's name could hold neither a dot nor a dollar everywhere.</summary>
    public static BsonDocument PutPairs(this BsonDocument document, string name, IReadOnlyDictionary<string, string>? pairs) =>
        document.Put(
            name,
            pairs is null
                ? null
                : new BsonArray(pairs.Select(p => new BsonDocument().PutText("name", p.Key).PutText("value", p.Value))));

    public static string? TextOrNull(this BsonDocument document, string name) =>
        document.TryGetValue(name, out var value) ? value.AsString : null;

    public static string Text(this BsonDocument document, string name) => document[name].AsString;

    public static int Int(this BsonDocument document, string name) => document[name].ToInt32();

    public static int? IntOrNull(this BsonDocument document, string name) =>
        document.TryGetValue(name, out var value) ? value.ToInt32() : null;

    public static bool Flag(this BsonDocument document, string name) =>
        document.TryGetValue(name, out var value) && value.AsBoolean;

    public static byte[]? BytesOrNull(this BsonDocument document, string name) =>
        document.TryGetValue(name, out var value) ? value.AsByteArray : null;

    public static DateTimeOffset? TimeOrNull(this BsonDocument document, string name)
    {
        if (!document.TryGetValue(name + Ticks, out var ticks))
        {
            return null;
        }

        var utc = new DateTimeOffset(ticks.AsInt64, TimeSpan.Zero);
        return document.TryGetValue(name + Offset, out var minutes) ? utc.ToOffset(TimeSpan.FromMinutes(minutes.ToInt32())) : utc;
    }

    public static DateTimeOffset Time(this BsonDocument document, string name) =>
        document.TimeOrNull(name) ?? throw new FormatException($"A stored document lacks its {name}.");

    public static List<T> List<T>(this BsonDocument document, string name, Func<BsonValue, T> read) =>
        document.TryGetValue(name, out var value) ? [.. value.AsBsonArray.Select(read)] : [];

    public static List<T>? ListOrNull<T>(this BsonDocument document, string name, Func<BsonDocument, T> read) =>
        document.TryGetValue(name, out var value) ? [.. value.AsBsonArray.Select(item => read(item.AsBsonDocument))] : null;

    public static Dictionary<string, string>? PairsOrNull(this BsonDocument document, string name) =>
        document.ListOrNull(name, pair => (Name: pair.Text("name"), Value: pair.Text("value")))?
            .ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);

    /// <summary>The text with half surrogate pairs, which UTF-8 cannot hold, replaced by U+FFFD one for one.</summary>
    public static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
}
