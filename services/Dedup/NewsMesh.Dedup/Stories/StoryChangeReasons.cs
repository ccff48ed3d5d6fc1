namespace NewsMesh.Dedup.Stories;

/// <summary>Why a story changed after the fact.</summary>
public static class StoryChangeReasons
{
    /// <summary>It tells of the same event as an older one, and ended.</summary>
    public const string Merged = "merged";

    /// <summary>Articles left it for a story of their own, or it is that story.</summary>
    public const string Split = "split";

    /// <summary>Articles went from one story to another that goes on as well.</summary>
    public const string Moved = "moved";

    /// <summary>An article was placed again after a crash: what was said then may have been lost.</summary>
    public const string Repeated = "repeated";
}
