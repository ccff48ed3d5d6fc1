using Microsoft.Win32.SafeHandles;

namespace NewsMesh.Storage.Mongo.Libmongoc;

/// <summary><c>mongoc_uri_t</c>.</summary>
internal sealed class UriHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Native.DestroyUri(handle);
        return true;
    }
}

/// <summary><c>mongoc_client_pool_t</c>; every client must be back in it before it goes.</summary>
internal sealed class PoolHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Native.DestroyPool(handle);
        return true;
    }
}

/// <summary>A <c>bson_t</c> that the library allocated.</summary>
internal sealed class BsonHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Native.DestroyBson(handle);
        return true;
    }
}
