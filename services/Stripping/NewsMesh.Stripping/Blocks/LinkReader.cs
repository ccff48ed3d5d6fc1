namespace NewsMesh.Stripping.Blocks;

/// <summary>Tells where an address leads by the way it is written.</summary>
internal static class LinkReader
{
    // What tells is at the beginning; data addresses are megabytes long.
    private const int Reach = 200;

    private static readonly string[] Profiles = ["/author", "/autor", "/people/", "/tag", "/staff", "/profile", "/contributor", "/by/", "/topic", "/category", "/thema"];
    private static readonly string[] Networks = ["facebook.", "twitter.", "//x.com", "instagram.", "linkedin.", "pinterest.", "whatsapp", "t.me/", "youtube.", "tiktok.", "reddit."];

    public static LinkTargets Read(string address)
    {
        var head = address.AsSpan(0, Math.Min(Reach, address.Length)).TrimStart();
        if (head.IsEmpty || head[0] == '#')
            return LinkTargets.Fragment;
        if (StartsWith(head, "mailto:") || StartsWith(head, "tel:"))
            return LinkTargets.Contact;
        var absolute = StartsWith(head, "http") || StartsWith(head, "//");
        var targets = absolute ? LinkTargets.Absolute : LinkTargets.Relative;
        if (ContainsAny(head, Profiles))
            targets |= LinkTargets.Profile;
        if (absolute && ContainsAny(head, Networks))
            targets |= LinkTargets.Social;
        return targets;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] pieces)
    {
        foreach (var piece in pieces)
        {
            if (text.Contains(piece, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
