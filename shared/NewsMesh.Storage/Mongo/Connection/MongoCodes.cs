namespace NewsMesh.Storage.Mongo.Connection;

/// <summary>Error codes of MongoDB servers that the store tells apart (the server's error_codes.yml).</summary>
internal static class MongoCodes
{
    public const int BadValue = 2;
    public const int Unauthorized = 13;
    public const int AuthenticationFailed = 18;
    public const int IndexNotFound = 27;
    public const int NamespaceNotFound = 26;
    public const int DuplicateKey = 11000;
    public const int BsonObjectTooLarge = 10334;

    /// <summary>The codes that a retryable write or read may be tried again for, and WriteConflict (112).</summary>
    private static readonly HashSet<int> Passing =
    [
        6, // HostUnreachable
        7, // HostNotFound
        89, // NetworkTimeout
        91, // ShutdownInProgress
        112, // WriteConflict
        134, // ReadConcernMajorityNotAvailableYet
        189, // PrimarySteppedDown
        262, // ExceededTimeLimit
        9001, // SocketException
        10107, // NotWritablePrimary
        11600, // InterruptedAtShutdown
        11602, // InterruptedDueToReplStateChange
        13435, // NotPrimaryNoSecondaryOk
        13436, // NotPrimaryOrSecondary
    ];

    /// <summary>States of the server that last longer, and are no fault of the command.</summary>
    private static readonly HashSet<int> Lasting =
    [
        Unauthorized,
        AuthenticationFailed,
        50, // MaxTimeMSExpired
        64, // WriteConcernTimeout
        79, // UnknownReplWriteConcern
        100, // UnsatisfiableWriteConcern
        133, // FailedToSatisfyReadPreference
        14031, // OutOfDiskSpace
    ];

    private static readonly HashSet<int> TooLarge =
    [
        10320, // BSONObj size invalid
        BsonObjectTooLarge,
        17419, // the document after the update
        17420, // the document to insert
    ];

    /// <summary>A fault of the server's own, which another try may not meet; a lasting one is not waited for.</summary>
    private const int InternalError = 1;

    /// <summary>Worth another try at once.</summary>
    public static bool IsPassing(int code) => code == InternalError || Passing.Contains(code);

    /// <summary>The store, not the command, is at fault.</summary>
    public static bool IsStoreFault(int code) => Passing.Contains(code) || Lasting.Contains(code);

    public static bool IsTooLarge(int code) => TooLarge.Contains(code);
}
