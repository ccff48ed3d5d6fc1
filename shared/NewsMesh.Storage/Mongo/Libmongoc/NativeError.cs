using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Storage.Mongo.Libmongoc;

/// <summary><c>bson_error_t</c>: 512 bytes in every version.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeError
{
    // Domains and codes of mongoc-error.h, error API version 2.
    private const uint Client = 1;
    private const uint Bson = 8;
    private const uint Sasl = 7;
    private const uint Command = 11;
    private const uint Scram = 14;
    private const uint ServerSelection = 15;
    private const uint WriteConcern = 16;
    private const uint Server = 17;
    private const uint ClientSideEncryption = 19;
    private const uint Pool = 20;
    private const uint ClientTooBig = 8;
    private const uint ClientAuthenticate = 11;

    public uint Domain;
    public uint Code;
    public MessageBuffer Message;

    /// <summary>What the store makes of the error.</summary>
    public readonly MongoFaultException ToFault()
    {
        var text = Text();
        return Domain switch
        {
            Server or WriteConcern => new(MongoFaultKind.Refused, (int)Code, text),
            Client when Code == ClientAuthenticate => new(MongoFaultKind.Misconfigured, 0, text),
            Client when Code == ClientTooBig => new(MongoFaultKind.Refused, MongoCodes.BsonObjectTooLarge, text),
            Sasl or Scram or ClientSideEncryption or Pool => new(MongoFaultKind.Misconfigured, 0, text),

            // A command the library cannot send at all is a fault of the code, as a server would say of it.
            Bson or Command => new(MongoFaultKind.Refused, MongoCodes.BadValue, text),
            ServerSelection when text.Contains("Authentication failed", StringComparison.Ordinal) =>
                new(MongoFaultKind.Misconfigured, 0, text),
            _ => new(MongoFaultKind.Unreachable, 0, text),
        };
    }

    private readonly string Text()
    {
        ReadOnlySpan<byte> bytes = Message;
        var end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    [InlineArray(504)]
    public struct MessageBuffer
    {
        private byte _first;
    }
}
