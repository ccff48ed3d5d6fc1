namespace NewsMesh.Stripping.Metadata;

/// <summary>Language tags (BCP 47) to ISO 639-1 codes.</summary>
internal static class Languages
{
    /// <summary>The primary subtag of the first tag that has a two-letter one.</summary>
    public static string? Primary(params ReadOnlySpan<string?> tags)
    {
        foreach (var tag in tags)
        {
            var primary = tag?.Trim().Split('-', '_', ',', ';')[0].Trim();
            if (primary?.Length == 2 && primary.All(char.IsAsciiLetter))
                return primary.ToLowerInvariant();
        }

        return null;
    }
}
