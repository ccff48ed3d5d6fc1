namespace NewsMesh.Storage.Mongo.Connection;

internal enum MongoCommandKind
{
    Read,
    Write,
}
