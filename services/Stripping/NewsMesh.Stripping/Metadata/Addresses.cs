namespace NewsMesh.Stripping.Metadata;

/// <summary>Addresses in pages to absolute ones.</summary>
internal static class Addresses
{
    /// <summary>The absolute http(s) form of an address; null where it has none.</summary>
    public static string? Absolute(string? address, string? page)
    {
        if (string.IsNullOrWhiteSpace(address))
            return null;
        if (address.StartsWith("//", StringComparison.Ordinal) && page is null)
            address = "https:" + address;
        var found = Uri.TryCreate(page, UriKind.Absolute, out var root)
            ? Uri.TryCreate(root, address, out var uri)
            : Uri.TryCreate(address, UriKind.Absolute, out uri);
        return found && uri!.Scheme is "http" or "https" ? uri!.AbsoluteUri : null;
    }
}
