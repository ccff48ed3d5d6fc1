using MongoDB.Bson;
using NewsMesh.MongoGateway.Commands;
using NewsMesh.MongoGateway.Faults;
using NewsMesh.MongoGateway.Wire;

namespace NewsMesh.MongoGateway.Tests.Faults;

public sealed class FailPointTests
{
    private static readonly CommandRequest Insert = Request(new BsonDocument("insert", "things"));
    private static readonly CommandRequest Find = Request(new BsonDocument("find", "things"));

    [Fact]
    public void Times_is_how_often_it_strikes()
    {
        var point = Point(new BsonDocument("times", 2), new BsonDocument("failCommands", new BsonArray { "insert" }));
        Assert.Equal([true, true, false], Strikes(point, Insert, 3));
        Assert.Equal(2, point.Hits);
    }

    [Fact]
    public void Skip_is_how_often_it_does_not()
    {
        Assert.Equal([false, false, true, true], Strikes(Point(new BsonDocument("skip", 2), []), Insert, 4));
    }

    [Fact]
    public void Only_the_listed_commands_are_struck_and_counted()
    {
        var point = Point(new BsonDocument("times", 1), new BsonDocument("failCommands", new BsonArray { "insert" }));
        Assert.False(point.Strikes(Find, null));
        Assert.True(point.Strikes(Insert, null));
    }

    [Fact]
    public void An_application_or_a_namespace_narrows_it()
    {
        var application = Point("alwaysOn", new BsonDocument("appName", "one"));
        Assert.Equal([true, false, false], new[] { "one", "two", null }.Select(name => application.Strikes(Insert, name)));
        var collection = Point("alwaysOn", new BsonDocument("namespace", "db.things"));
        Assert.True(collection.Strikes(Insert, null));
        Assert.False(collection.Strikes(Request(new BsonDocument("insert", "others")), null));
    }

    [Fact]
    public void Off_is_no_point()
    {
        Assert.Null(FailPoint.Parse(new BsonDocument { { "configureFailPoint", "failCommand" }, { "mode", "off" } }));
    }

    [Theory]
    [InlineData("sometimes")]
    [InlineData(1)]
    [InlineData(null)]
    public void An_unknown_mode_is_an_error(object? mode)
    {
        var command = new BsonDocument { { "configureFailPoint", "failCommand" }, { "mode", BsonValue.Create(mode) } };
        Assert.Equal(MongoError.BadValue, Assert.Throws<CommandException>(() => FailPoint.Parse(command)).Error);
    }

    private static FailPoint Point(BsonValue mode, BsonDocument data) =>
        FailPoint.Parse(new BsonDocument { { "configureFailPoint", "failCommand" }, { "mode", mode }, { "data", data } })!;

    private static IEnumerable<bool> Strikes(FailPoint point, CommandRequest request, int times) =>
        Enumerable.Range(0, times).Select(_ => point.Strikes(request, null));

    private static CommandRequest Request(BsonDocument command) =>
        CommandRequest.From(OpMsg.Parse(OpMsg.Encode(new BsonDocument(command) { { "$db", "db" } }.ToBson())));
}
