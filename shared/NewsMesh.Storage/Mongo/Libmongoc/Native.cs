using System.Runtime.InteropServices;

namespace NewsMesh.Storage.Mongo.Libmongoc;

/// <summary>The functions of libmongoc and libbson that are used; the same in 1.x (from 1.21) and 2.x.</summary>
internal static partial class Native
{
    [LibraryImport(NativeLibraries.Mongoc, EntryPoint = "mongoc_init")]
    public static partial void Init();

    /// <summary>A null handler silences the library, whose default writes to stderr; faults come back as errors.</summary>
    [LibraryImport(NativeLibraries.Mongoc, EntryPoint = "mongoc_log_set_handler")]
    public static partial void SetLogHandler(nint handler, nint userData);

    [LibraryImport(NativeLibraries.Mongoc, EntryPoint = "mongoc_uri_new_with_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial UriHandle NewUri(string text, out NativeError error);

    [LibraryImport(NativeLibraries.Mongoc, EntryPoint = "mongoc_uri_destroy")]
    public static partial void DestroyUri(nint uri);

    [LibraryImport(NativeLibraries.Mongoc, EntryPoint = "mongoc_uri_get_option_as_int32", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int UriOption(UriHandle uri, string option, int fallback);

    [LibraryImport(NativeLibraries.Mongoc, EntryPoint = "mongoc_client_pool_new_with_error")]
    public static partial PoolHandle NewPool(UriHandle uri, out NativeError error);

    [LibraryImport(NativeLibraries.Mongoc, EntryPoint = "mongoc_client_pool_destroy")]
    public static partial void DestroyPool(nint pool);

    [LibraryImport(NativeLibraries.Mongoc, EntryPoint = "mongoc_client_pool_set_error_api")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool SetErrorApi(PoolHandle pool, int version);

    [LibraryImport(NativeLibraries.Mongoc, EntryPoint = "mongoc_client_pool_pop")]
    public static partial nint PopClient(PoolHandle pool);

    [LibraryImport(NativeLibraries.Mongoc, EntryPoint = "mongoc_client_pool_push")]
    public static partial void PushClient(PoolHandle pool, nint client);

    [LibraryImport(NativeLibraries.Mongoc, EntryPoint = "mongoc_client_read_command_with_opts", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool ReadCommand(
        nint client, string database, BsonHandle command, nint readPreference, nint options, nint reply, out NativeError error);

    [LibraryImport(NativeLibraries.Mongoc, EntryPoint = "mongoc_client_write_command_with_opts", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WriteCommand(
        nint client, string database, BsonHandle command, nint options, nint reply, out NativeError error);

    [LibraryImport(NativeLibraries.Bson, EntryPoint = "bson_new_from_data")]
    public static partial BsonHandle NewBson(ReadOnlySpan<byte> data, nuint length);

    [LibraryImport(NativeLibraries.Bson, EntryPoint = "bson_get_data")]
    public static partial nint BsonData(nint bson);

    [LibraryImport(NativeLibraries.Bson, EntryPoint = "bson_init")]
    public static partial void InitBson(nint bson);

    [LibraryImport(NativeLibraries.Bson, EntryPoint = "bson_destroy")]
    public static partial void DestroyBson(nint bson);
}
