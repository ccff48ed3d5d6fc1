namespace NewsMesh.MongoGateway.Commands;

/// <summary>An error's number and name, from MongoDB's published list of error codes.</summary>
internal readonly record struct MongoError(int Code, string Name)
{
    public static readonly MongoError InternalError = new(1, nameof(InternalError));
    public static readonly MongoError BadValue = new(2, nameof(BadValue));
    public static readonly MongoError FailedToParse = new(9, nameof(FailedToParse));
    public static readonly MongoError TypeMismatch = new(14, nameof(TypeMismatch));
    public static readonly MongoError IllegalOperation = new(20, nameof(IllegalOperation));
    public static readonly MongoError LockTimeout = new(24, nameof(LockTimeout));
    public static readonly MongoError NamespaceNotFound = new(26, nameof(NamespaceNotFound));
    public static readonly MongoError CursorNotFound = new(43, nameof(CursorNotFound));
    public static readonly MongoError NamespaceExists = new(48, nameof(NamespaceExists));
    public static readonly MongoError MaxTimeMSExpired = new(50, nameof(MaxTimeMSExpired));
    public static readonly MongoError CommandNotFound = new(59, nameof(CommandNotFound));
    public static readonly MongoError InvalidNamespace = new(73, nameof(InvalidNamespace));
    public static readonly MongoError CannotBuildIndexKeys = new(201, nameof(CannotBuildIndexKeys));
    public static readonly MongoError WriteConflict = new(112, nameof(WriteConflict));
    public static readonly MongoError CommandNotSupported = new(115, nameof(CommandNotSupported));
    public static readonly MongoError ExceededMemoryLimit = new(146, nameof(ExceededMemoryLimit));
    public static readonly MongoError OperationNotSupportedInTransaction = new(263, nameof(OperationNotSupportedInTransaction));
    public static readonly MongoError BSONObjectTooLarge = new(10334, nameof(BSONObjectTooLarge));
    public static readonly MongoError DuplicateKey = new(11000, nameof(DuplicateKey));
    public static readonly MongoError OutOfDiskSpace = new(14031, nameof(OutOfDiskSpace));

    private static readonly Dictionary<int, string> OtherNames = new()
    {
        [6] = "HostUnreachable",
        [7] = "HostNotFound",
        [13] = "Unauthorized",
        [18] = "AuthenticationFailed",
        [64] = "WriteConcernFailed",
        [79] = "UnknownReplWriteConcern",
        [89] = "NetworkTimeout",
        [91] = "ShutdownInProgress",
        [100] = "UnsatisfiableWriteConcern",
        [121] = "DocumentValidationFailure",
        [134] = "ReadConcernMajorityNotAvailableYet",
        [189] = "PrimarySteppedDown",
        [202] = "NetworkInterfaceExceededTimeLimit",
        [262] = "ExceededTimeLimit",
        [9001] = "SocketException",
        [10107] = "NotWritablePrimary",
        [11600] = "InterruptedAtShutdown",
        [11601] = "Interrupted",
        [11602] = "InterruptedDueToReplStateChange",
        [13435] = "NotPrimaryNoSecondaryOk",
        [13436] = "NotPrimaryOrSecondary",
        [14031] = nameof(OutOfDiskSpace),
    };

    /// <summary>Codes after which a client may send a retryable write again: the list of the drivers' specification.</summary>
    private static readonly HashSet<int> RetryableCodes = [6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436];

    public bool IsRetryableWrite => RetryableCodes.Contains(Code);

    /// <summary>The error of a number alone.</summary>
    public static MongoError Of(int code) => new(code, OtherNames.GetValueOrDefault(code, $"Location{code}"));
}
