using System.Diagnostics;
using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Connection;
using NewsMesh.Storage.Tests.Mongo.Connection;

namespace NewsMesh.Storage.Tests.Mongo.Driver;

/// <summary>The driver's part in a command's span.</summary>
public sealed class ServerTagsTests
{
    [Fact]
    public async Task A_span_of_the_store_says_which_server_was_asked_and_the_driver_adds_no_span()
    {
        var spans = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "test" or "MongoDB.Driver",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = span => spans.Add(span.OperationName),
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("test");
        await using var server = new ScriptedServer("{ ok: 1.0 }");
        await using var connection = MongoConnection.Open($"mongodb://127.0.0.1:{server.Port}/");
        using var stage = source.StartActivity("stage")!;
        using var command = source.StartActivity("ping", ActivityKind.Client)!;

        await connection.RunAsync("news", new BsonDocument("ping", 1), MongoCommandKind.Read, default);

        Assert.Equal(["stage", "ping"], spans);
        Assert.Equal("127.0.0.1", command.GetTagItem("server.address"));
        Assert.Equal(server.Port, command.GetTagItem("server.port"));
        Assert.Empty(stage.TagObjects);
    }
}
