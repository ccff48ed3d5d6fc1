using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NewsMesh.Storage;

/// <summary>
/// Place in a listing that runs from the newest to the oldest: the last item's time and id (keyset pagination, so that
/// items which arrive meanwhile shift nothing). For callers an opaque base64url text.
/// </summary>
internal readonly record struct ListingCursor(ListingKind Kind, long Ticks, string Id)
{
    private const int HeaderLength = 1 + sizeof(long);
    private const int ChecksumLength = 4;

    /// <summary>The place before the newest item where <paramref name="cursor"/> is null; <see cref="FormatException"/> for a damaged one.</summary>
    public static ListingCursor DecodeOrStart(string? cursor, ListingKind kind)
    {
        if (cursor is null)
        {
            return new ListingCursor(kind, long.MaxValue, "");
        }

        var bytes = Decode(cursor);
        var body = bytes.AsSpan(0, Math.Max(0, bytes.Length - ChecksumLength));
        if (body.Length < HeaderLength || body[0] != (byte)kind || !Checksum(body).SequenceEqual(bytes.AsSpan(body.Length)))
        {
            throw Damaged();
        }

        return new ListingCursor(
            kind, BinaryPrimitives.ReadInt64BigEndian(body[1..]), Encoding.UTF8.GetString(body[HeaderLength..]));
    }

    /// <summary>A page out of up to <paramref name="limit"/> + 1 rows: the one too many tells that there is a next page.</summary>
    public static Page<T> ToPage<T>(List<T> rows, int limit, Func<T, ListingCursor> place)
    {
        if (rows.Count <= limit)
        {
            return new Page<T>(rows, null);
        }

        rows.RemoveRange(limit, rows.Count - limit);
        return new Page<T>(rows, place(rows[^1]).Encode());
    }

    public string Encode()
    {
        var body = new byte[HeaderLength + Encoding.UTF8.GetByteCount(Id)];
        body[0] = (byte)Kind;
        BinaryPrimitives.WriteInt64BigEndian(body.AsSpan(1), Ticks);
        Encoding.UTF8.GetBytes(Id, body.AsSpan(HeaderLength));
        return Base64Url.EncodeToString([.. body, .. Checksum(body)]);
    }

    private static byte[] Decode(string cursor)
    {
        try
        {
            return Base64Url.DecodeFromChars(cursor);
        }
        catch (FormatException)
        {
            throw Damaged();
        }
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> body) => SHA256.HashData(body).AsSpan(0, ChecksumLength);

    private static FormatException Damaged() => new("The cursor is damaged or belongs to another listing.");
}
