using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsMesh.AllInOne.Tests.Support;
using NewsMesh.EndToEnd.Tests.Support;

namespace NewsMesh.AllInOne.Tests;

[Collection(CommandLineTests.Name)]
public sealed partial class SubmitTests(BrokerFixture fixture) : IClassFixture<BrokerFixture>, IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RabbitMqFact(own: true)]
    public async Task Articles_are_on_the_drop_queue_as_plain_json_each_with_a_trace_of_its_own()
    {
        _folder.Write("in/a.html", Texts.Page("Bridge", Texts.Harbour));
        _folder.Write("in/b.jsonl", "{\"id\":\"mine\",\"text\":\"hello\"}\n{broken\n");

        var result = await NewsMeshCommand.RunAsync(
            "submit", _folder["in"], "https://news.example/story", "--bus", fixture.Address, "--strict");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("3 submitted, 1 refused", result.ErrorLines[^1]);
        var messages = await fixture.TakeAllAsync("newsmesh.articles");
        var bodies = messages.Select(m => JsonSerializer.Deserialize<JsonElement>(m.Body)).ToArray();
        Assert.Equal(result.OutputLines, bodies.Select(b => b.GetProperty("id").GetString()));
        Assert.Equal("mine", result.OutputLines[1]);
        Assert.Contains("bearings", bodies[0].GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://news.example/story", bodies[2].GetProperty("url").GetString());
        Assert.All(messages, m =>
        {
            Assert.Equal("application/json", m.Properties.ContentType);
            Assert.True(m.Properties.Persistent);
        });
        var traces = messages.Select(m => Encoding.ASCII.GetString((byte[])m.Properties.Headers!["traceparent"]!)).ToArray();
        Assert.All(traces, trace => Assert.Matches(TraceParent(), trace));
        Assert.Equal(3, traces.Select(trace => trace[3..35]).Distinct().Count());
    }

    [RabbitMqFact(own: true)]
    public async Task A_missing_file_sends_nothing()
    {
        var page = _folder.Write("a.html", Texts.Page("Bridge", Texts.Harbour));

        await NewsMeshCommand.FailAsync("submit", page, _folder["none.html"], "--bus", fixture.Address);

        Assert.Empty(await fixture.TakeAllAsync("newsmesh.articles"));
    }

    [RabbitMqFact(own: true)]
    public async Task A_broker_that_lacks_this_host_or_user_is_one_line()
    {
        var page = _folder.Write("a.html", Texts.Page("Bridge", Texts.Harbour));
        var stranger = new UriBuilder(fixture.Broker.Address) { UserName = "nobody", Password = "secret" }.Uri.ToString();

        Assert.Contains("refuses", await NewsMeshCommand.FailAsync("submit", page, "--bus", fixture.Address + "none"), StringComparison.Ordinal);
        var refused = await NewsMeshCommand.FailAsync("submit", page, "--bus", stranger);
        Assert.Contains("ACCESS_REFUSED", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absent_broker_is_one_line_without_the_password()
    {
        var port = Ports.Free();

        var line = await NewsMeshCommand.FailAsync("tail", "--bus", $"amqp://user:secret@127.0.0.1:{port}/");

        Assert.Contains($"127.0.0.1:{port}", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tail", "--bus", "inmemory")]
    [InlineData("deadletters", "list", "--bus", "inmemory")]
    [InlineData("submit", "https://news.example/story", "--bus", "inmemory")]
    public async Task The_bus_inside_a_process_has_nothing_for_others(params string[] args) =>
        Assert.Contains("cannot be reached from outside", await NewsMeshCommand.FailAsync(args), StringComparison.Ordinal);

    [Theory]
    [InlineData("tail", "--bus", "http://127.0.0.1:1/")]
    [InlineData("tail", "--count", "0")]
    [InlineData("deadletters", "list", "--queue", "other")]
    [InlineData("deadletters", "list", "--limit", "0")]
    [InlineData("submit", "https://news.example/story", "--to", "ftp://127.0.0.1/")]
    [InlineData("submit", "https://news.example/story", "--to", "http://127.0.0.1:1/", "--bus", "amqp://127.0.0.1:1/")]
    public async Task Wrong_use_is_one_line(params string[] args) => await NewsMeshCommand.FailAsync(args);

    [GeneratedRegex("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$")]
    private static partial Regex TraceParent();
}
