namespace NewsMesh.Storage;

/// <summary>Answer to a claim of an announcement.</summary>
public enum AnnouncementClaim
{
    /// <summary>The caller announces now.</summary>
    Granted,

    /// <summary>Another message is announcing; its lease has not ended.</summary>
    HeldByAnother,

    /// <summary>The revision was announced before.</summary>
    AlreadyAnnounced,

    /// <summary>A later revision of the article was announced, or this one is marked as overtaken.</summary>
    Superseded,
}
