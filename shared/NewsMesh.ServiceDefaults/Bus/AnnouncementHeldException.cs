namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>Another message is announcing the same revision; try again when it has, or when its lease has ended.</summary>
public sealed class AnnouncementHeldException(string articleId, int revision)
    : Exception($"Revision {revision} of {articleId} is being announced by another message.");
