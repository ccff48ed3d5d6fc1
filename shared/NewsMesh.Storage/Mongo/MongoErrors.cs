using System.Globalization;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Storage.Mongo;

/// <summary>Tells faults of the store (which may pass) from faults of the code, and puts them into sentences.</summary>
internal static class MongoErrors
{
    /// <summary>What a port throws for a fault; the fault itself where the command is to blame.</summary>
    public static Exception ForPort(MongoFaultException fault, MongoAddress address) => fault.Kind switch
    {
        MongoFaultKind.Refused when MongoCodes.IsTooLarge(fault.Code) =>
            new DocumentTooLargeException($"A document is larger than the store at {address.Location} can keep: {fault.Message}", fault),
        MongoFaultKind.Refused when !MongoCodes.IsStoreFault(fault.Code) => fault,
        _ => new StoreUnavailableException($"The store at {address.Location} cannot be used now: {fault.Message}", fault),
    };

    /// <summary>What to throw for a fault while the store is opened: wrong addresses and rights do not mend by themselves.</summary>
    public static Exception AtStart(MongoFaultException fault, MongoAddress address) => fault switch
    {
        { Kind: MongoFaultKind.Misconfigured } => new StoreConfigurationException(fault.Message, fault),
        { Code: MongoCodes.AuthenticationFailed } => new StoreConfigurationException(
            $"The store at {address.Location} refuses the user or the password: {fault.Message}", fault),
        { Code: MongoCodes.Unauthorized } => new StoreConfigurationException(
            $"The user may not read and write the database at {address.Location}; give it the role readWrite: {fault.Message}", fault),
        _ => ForPort(fault, address),
    };

    /// <summary>A fault's name in traces and metrics: the server's code, or what kept the client from an answer.</summary>
    public static string Type(MongoFaultException fault) => fault.Kind == MongoFaultKind.Refused
        ? fault.Code.ToString(CultureInfo.InvariantCulture)
        : fault.Kind.ToString().ToLowerInvariant();
}
