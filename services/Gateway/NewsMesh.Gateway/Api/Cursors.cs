using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NewsMesh.Gateway.Api;

/// <summary>What all listings share: cursor and limit.</summary>
internal static class Cursors
{
    public const string Damaged = "The cursor is damaged: use nextCursor of the page before as it is.";

    /// <summary>Reads a limit of 1 to <paramref name="max"/>; false with a sentence where it is none.</summary>
    public static bool TryReadLimit(string? value, int standard, int max, out int limit, [NotNullWhen(false)] out string? fault)
    {
        fault = null;
        limit = standard;
        if (string.IsNullOrEmpty(value)
            || (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit >= 1 && limit <= max))
        {
            return true;
        }

        fault = $"limit must be a number from 1 to {max}.";
        return false;
    }
}
