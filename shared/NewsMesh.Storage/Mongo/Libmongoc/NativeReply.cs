using System.Runtime.InteropServices;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;

namespace NewsMesh.Storage.Mongo.Libmongoc;

/// <summary>Room for a <c>bson_t</c> that a command fills with its reply.</summary>
internal sealed unsafe class NativeReply : IDisposable
{
    /// <summary>Size and alignment of <c>bson_t</c>, fixed by libbson's ABI.</summary>
    private const int Size = 128;

    private nint _bson = (nint)NativeMemory.AlignedAlloc(Size, Size);

    public NativeReply() => Native.InitBson(_bson);

    public nint Pointer => _bson;

    /// <summary>The reply, copied.</summary>
    public BsonDocument Read()
    {
        var data = Native.BsonData(_bson);
        var bytes = new byte[Marshal.ReadInt32(data)];
        Marshal.Copy(data, bytes, 0, bytes.Length);
        return BsonSerializer.Deserialize<BsonDocument>(bytes);
    }

    public void Dispose()
    {
        if (_bson != 0)
        {
            Native.DestroyBson(_bson);
            NativeMemory.AlignedFree((void*)_bson);
            _bson = 0;
        }
    }
}
