using System.Globalization;

namespace NewsMesh.Storage;

/// <summary>An entity's name as look-ups compare it: whatever its case.</summary>
internal static class EntityKey
{
    /// <summary>Greater than any character that may follow a prefix.</summary>
    public const string AfterLastCharacter = "\U0010FFFF";

    public static string Of(string name) => name.ToLower(CultureInfo.InvariantCulture);
}
