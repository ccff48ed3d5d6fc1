using System.Buffers.Binary;
using MongoDB.Bson;
using NewsMesh.MongoGateway.Wire;

namespace NewsMesh.MongoGateway.Tests.Wire;

public sealed class OpMsgTests
{
    private static readonly byte[] Ping = new BsonDocument { { "ping", 1 }, { "$db", "admin" } }.ToBson();
    private static readonly byte[] Document = new BsonDocument("_id", 1).ToBson();

    [Fact]
    public void A_document_is_parsed()
    {
        var message = OpMsg.Parse(OpMsg.Encode(Ping));
        Assert.Equal(Ping, message.Document.ToArray());
        Assert.Empty(message.Sequences);
        Assert.False(message.MoreToCome);
    }

    [Fact]
    public void Sequences_may_come_before_the_document_or_after_it()
    {
        byte[] sections = [.. OpMsg.EncodeSequence("a", [.. Document, .. Ping]), 0, .. Ping, .. OpMsg.EncodeSequence("b", [])];
        var message = OpMsg.Parse(Body(0, sections));
        Assert.Equal(Ping, message.Document.ToArray());
        Assert.Equal([.. Document, .. Ping], message.Sequences["a"].ToArray());
        Assert.True(message.Sequences["b"].IsEmpty);
    }

    [Fact]
    public void A_checksum_is_left_out_and_more_to_come_is_seen()
    {
        var message = OpMsg.Parse(Body(3, [0, .. Ping, 1, 2, 3, 4]));
        Assert.Equal(Ping, message.Document.ToArray());
        Assert.True(message.MoreToCome);
    }

    [Fact]
    public void An_unknown_optional_flag_is_tolerated()
    {
        Assert.Equal(Ping, OpMsg.Parse(Body(1 << 16, [0, .. Ping])).Document.ToArray());
    }

    public static TheoryData<string, byte[]> Malformed => new()
    {
        { "empty", [] },
        { "flags cut off", [0, 0] },
        { "no sections", Body(0, []) },
        { "a required flag that is not known", Body(4, [0, .. Ping]) },
        { "a kind that is not known", Body(0, [2, .. Ping]) },
        { "no document", Body(0, OpMsg.EncodeSequence("a", Document)) },
        { "two documents", Body(0, [0, .. Ping, 0, .. Ping]) },
        { "a document cut off", Body(0, [0, .. Ping[..^1]]) },
        { "a document of negative length", Body(0, [0, 255, 255, 255, 255, 0]) },
        { "a document without its end", Body(0, [0, 5, 0, 0, 0, 1]) },
        { "a sequence of length 0", Body(0, [0, .. Ping, 1, 0, 0, 0, 0]) },
        { "a sequence longer than the message", Body(0, [0, .. Ping, 1, 255, 255, 255, 127, 97, 0]) },
        { "a sequence without a name", Body(0, [0, .. Ping, .. OpMsg.EncodeSequence("", Document)]) },
        { "a sequence whose name does not end", Body(0, [0, .. Ping, 1, 6, 0, 0, 0, 97, 97]) },
        { "a sequence with half a document", Body(0, [0, .. Ping, .. OpMsg.EncodeSequence("a", Document[..^3])]) },
        { "a sequence twice", Body(0, [0, .. Ping, .. OpMsg.EncodeSequence("a", Document), .. OpMsg.EncodeSequence("a", Document)]) },
        { "a checksum alone", Body(1, [0, 0, 0, 0]) },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_message_is_refused(string what, byte[] body)
    {
        Assert.NotNull(what);
        Assert.Throws<WireException>(() => OpMsg.Parse(body));
    }

    [Fact]
    public void Damaged_bytes_are_parsed_or_refused_and_nothing_else()
    {
        byte[] whole = Body(1, [0, .. Ping, .. OpMsg.EncodeSequence("documents", [.. Document, .. Document]), 9, 9, 9, 9]);
        var random = new Random(1);
        var refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = whole[..random.Next(1, whole.Length + 1)];
            for (var n = random.Next(4); n > 0; n--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                OpMsg.Parse(damaged);
            }
            catch (WireException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 10_000, 20_000);
    }

    private static byte[] Body(uint flags, byte[] sections)
    {
        var body = new byte[sizeof(uint) + sections.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(body, flags);
        sections.CopyTo(body, sizeof(uint));
        return body;
    }
}
