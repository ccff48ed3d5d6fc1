using NewsMesh.MongoGateway.Commands;

namespace NewsMesh.MongoGateway.Engine;

/// <summary>
/// From PostgreSQL's SQLSTATE to MongoDB's error. DocumentDB gives its errors the class "M0" and counts them up; the names are
/// in its documentdb_codes.txt, the numbers to the names in MongoDB's list.
/// </summary>
internal static class SqlState
{
    private static readonly Dictionary<string, MongoError> Errors = new(StringComparer.Ordinal)
    {
        ["M0000"] = MongoError.InternalError,
        ["M0001"] = MongoError.BadValue,
        ["M0002"] = new(5, "GraphContainsCycle"),
        ["M0003"] = MongoError.FailedToParse,
        ["M0004"] = MongoError.TypeMismatch,
        ["M0005"] = new(15, "Overflow"),
        ["M0006"] = MongoError.IllegalOperation,
        ["M0007"] = new(23, "AlreadyInitialized"),
        ["M0008"] = MongoError.NamespaceNotFound,
        ["M0009"] = new(27, "IndexNotFound"),
        ["M000A"] = new(28, "PathNotViable"),
        ["M000D"] = new(40, "ConflictingUpdateOperators"),
        ["M000E"] = MongoError.CursorNotFound,
        ["M000F"] = MongoError.NamespaceExists,
        ["M000G"] = new(52, "DollarPrefixedFieldName"),
        ["M000H"] = new(53, "InvalidIdField"),
        ["M000I"] = new(54, "NotSingleValueField"),
        ["M000J"] = new(56, "EmptyFieldName"),
        ["M000K"] = new(57, "DottedFieldName"),
        ["M000L"] = new(61, "ShardKeyNotFound"),
        ["M000M"] = new(66, "ImmutableField"),
        ["M000N"] = new(67, "CannotCreateIndex"),
        ["M000O"] = new(68, "IndexAlreadyExists"),
        ["M000P"] = new(72, "InvalidOptions"),
        ["M000Q"] = MongoError.InvalidNamespace,
        ["M000R"] = new(85, "IndexOptionsConflict"),
        ["M000S"] = new(86, "IndexKeySpecsConflict"),
        ["M000U"] = MongoError.CommandNotSupported,
        ["M000W"] = MongoError.ExceededMemoryLimit,
        ["M000Y"] = new(165, "ViewDepthLimitExceeded"),
        ["M000Z"] = new(166, "CommandNotSupportedOnView"),
        ["M0010"] = new(167, "OptionNotSupportedOnView"),
        ["M0011"] = new(181, "AmbiguousIndexKeyPattern"),
        ["M0012"] = new(197, "InvalidIndexSpecificationOption"),
        ["M0013"] = new(224, "QueryFeatureNotAllowed"),
        ["M0015"] = new(241, "ConversionFailure"),
        ["M0016"] = MongoError.OperationNotSupportedInTransaction,
        ["M0017"] = new(276, "IndexBuildAborted"),
        ["M001B"] = MongoError.BSONObjectTooLarge,
        ["M001C"] = MongoError.DuplicateKey,
        ["M001D"] = new(12587, "BackgroundOperationInProgressForNamespace"),
        ["M003A"] = new(17419, "Location17419"),
        ["M003B"] = new(17420, "Location17420"),
        ["M007U"] = new(40324, "Location40324"),
        ["M0088"] = new(40415, "Location40415"),
        ["M00CO"] = MongoError.Of(121),
        ["M00DO"] = new(16, "InvalidLength"),
        ["M00E8"] = MongoError.Of(10107),
        ["M00ER"] = MongoError.Of(13),
        ["M00EW"] = MongoError.LockTimeout,
        ["M00EX"] = MongoError.MaxTimeMSExpired,
        ["M00EY"] = MongoError.CommandNotFound,
        ["M00F0"] = MongoError.Of(91),
        ["M00F1"] = MongoError.WriteConflict,
        ["M00F4"] = MongoError.CannotBuildIndexKeys,
        ["M00F5"] = new(225, "TransactionTooOld"),
        ["M00FD"] = new(171, "CannotIndexParallelArrays"),
        ["M00FE"] = new(175, "QueryPlanKilled"),

        // PostgreSQL's own.
        ["0A000"] = MongoError.CommandNotSupported,
        ["22023"] = MongoError.BadValue,
        ["22P02"] = MongoError.FailedToParse,
        ["23505"] = MongoError.DuplicateKey,
        ["23P01"] = MongoError.DuplicateKey,
        ["40001"] = MongoError.WriteConflict,
        ["40P01"] = MongoError.WriteConflict,
        ["42P01"] = MongoError.NamespaceNotFound,
        ["42P07"] = MongoError.NamespaceExists,
        ["53100"] = MongoError.OutOfDiskSpace,
        ["53200"] = MongoError.ExceededMemoryLimit,
        ["54000"] = MongoError.CannotBuildIndexKeys,
        ["55P03"] = MongoError.LockTimeout,
        ["57014"] = MongoError.MaxTimeMSExpired,
    };

    /// <summary>MongoDB's error, or InternalError for a state that is not in the table.</summary>
    public static MongoError ToError(string state) => Errors.GetValueOrDefault(state, MongoError.InternalError);

    /// <summary>
    /// The state inside a result document's "code", where PostgreSQL packs it: five characters of six bits, the first lowest.
    /// </summary>
    public static string Unpack(int code)
    {
        const int Bits = 6;
        return string.Create(5, code, (characters, packed) =>
        {
            for (var i = 0; i < characters.Length; i++, packed >>= Bits)
            {
                characters[i] = (char)('0' + (packed & 0x3F));
            }
        });
    }
}
