namespace NewsMesh.Storage.Sqlite;

/// <summary>What a finished write survives.</summary>
public enum SqliteDurability
{
    /// <summary>
    /// A power cut (<c>synchronous=FULL</c>): every commit is flushed to the disk. The default, since stages acknowledge
    /// their message on the strength of "stored", and a broker's queues outlive the same power cut.
    /// </summary>
    Full,

    /// <summary>
    /// The end of the process, however abrupt, but not a power cut (<c>synchronous=NORMAL</c>): the last commits may then be
    /// gone, the file stays whole. For temporary stores and trials.
    /// </summary>
    Normal,
}
