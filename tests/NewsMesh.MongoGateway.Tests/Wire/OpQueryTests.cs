using System.Text;
using MongoDB.Bson;
using NewsMesh.MongoGateway.Wire;

namespace NewsMesh.MongoGateway.Tests.Wire;

public sealed class OpQueryTests
{
    private static readonly byte[] Hello = new BsonDocument("isMaster", 1).ToBson();

    [Fact]
    public void A_command_is_parsed()
    {
        var query = OpQuery.Parse(Body("admin.$cmd", Hello));
        Assert.Equal("admin", query.Database);
        Assert.Equal(Hello, query.Document.ToArray());
    }

    [Fact]
    public void The_reply_holds_one_document()
    {
        var reply = OpQuery.EncodeReply(Hello);
        Assert.Equal(20 + Hello.Length, reply.Length);
        Assert.Equal(1, BitConverter.ToInt32(reply, 16));
        Assert.Equal(Hello, reply[20..]);
    }

    [Fact]
    public void What_is_no_command_is_refused()
    {
        Assert.Throws<WireException>(() => OpQuery.Parse(Body("admin.things", Hello)));
    }

    [Fact]
    public void Every_cut_is_refused()
    {
        var whole = Body("admin.$cmd", Hello);
        Assert.All(Enumerable.Range(0, whole.Length), length => Assert.Throws<WireException>(() => OpQuery.Parse(whole.AsMemory(0, length))));
    }

    private static byte[] Body(string collection, byte[] document) =>
        [0, 0, 0, 0, .. Encoding.UTF8.GetBytes(collection), 0, 0, 0, 0, 0, 255, 255, 255, 255, .. document];
}
