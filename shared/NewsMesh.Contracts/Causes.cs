namespace NewsMesh.Contracts;

/// <summary>Why an enriched event was sent.</summary>
public static class Causes
{
    public const string New = "new";
    public const string Revision = "revision";
    public const string Replay = "replay";
    public const string Reprocess = "reprocess";
}
