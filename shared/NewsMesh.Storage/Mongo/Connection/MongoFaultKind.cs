namespace NewsMesh.Storage.Mongo.Connection;

internal enum MongoFaultKind
{
    /// <summary>No server to be had: selection, connection, network, a time limit of the client, an exhausted pool.</summary>
    Unreachable,

    /// <summary>The server answered with an error; <see cref="MongoFaultException.Code"/> says which.</summary>
    Refused,

    /// <summary>The connection string, the credentials or the client library's installation is wrong: no retry helps.</summary>
    Misconfigured,
}
