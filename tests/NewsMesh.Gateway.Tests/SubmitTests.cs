using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsMesh.Gateway.Tests.Support;
using NewsMesh.ServiceDefaults;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Tests;

public sealed class SubmitTests
{
    private readonly RecordingSubmitter _bus = new();

    [Fact]
    public async Task One_submission_is_accepted_under_its_own_id()
    {
        await using var host = await StartAsync();
        using var response = await host.Client.PostJsonAsync("""{"id":"a/1","text":"Some text","metadata":{"Desk":"x"},"unknown":[1]}""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("/submissions/a%2F1", response.Headers.Location?.OriginalString);
        Assert.Equal(["a/1"], await IdsAsync(response));
        Assert.Equal("x", _bus.Articles.Single().Metadata!["Desk"]);
    }

    [Fact]
    public async Task An_array_is_accepted_in_order_and_ids_are_given_where_there_are_none()
    {
        await using var host = await StartAsync();
        using var response = await host.Client.PostJsonAsync(
            """  [{"text":"one"},{"id":"two","url":"https://a.example/"},{"html":"<p>three"}]""");
        var ids = await IdsAsync(response);
        Assert.Equal(_bus.Articles.Select(a => a.Id), ids);
        Assert.Equal("two", ids[1]);
        Assert.Equal(3, ids.Distinct().Count(id => id.Length > 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("""{"text":5}""")]
    [InlineData("""{"text":"a"} trailing""")]
    [InlineData("""{"title":"nothing else"}""")]
    [InlineData("""{"id":"","text":"a"}""")]
    [InlineData("""{"id":"a\u0000b","text":"a"}""")]
    [InlineData("""{"text":"a","metadata":{"k":1}}""")]
    public async Task What_is_no_submission_is_a_problem_and_goes_nowhere(string body)
    {
        await using var host = await StartAsync();
        using var response = await host.Client.PostJsonAsync(body);
        Assert.NotEmpty(await response.DetailAsync(HttpStatusCode.BadRequest));
        Assert.Empty(_bus.Articles);
    }

    [Fact]
    public async Task Nesting_without_end_is_a_problem()
    {
        await using var host = await StartAsync();
        using var response = await host.Client.PostJsonAsync(new string('[', 10_000));
        await response.DetailAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        await using var host = await StartAsync();
        using var response = await host.Client.PostJsonAsync("""{"text":"a"}""", "text/plain");
        await response.DetailAsync(HttpStatusCode.UnsupportedMediaType);
        Assert.Empty(_bus.Articles);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_refused_whether_or_not_it_names_its_length(bool chunked)
    {
        await using var host = await StartAsync(("MaxBodyBytes", "2048"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/articles");
        request.Content = new StringContent("{\"text\":\"" + new string('a', 5000) + "\"}", null, "application/json");
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await host.Client.SendAsync(request);
        Assert.Contains("2048", await response.DetailAsync(HttpStatusCode.RequestEntityTooLarge), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_submissions_than_a_request_may_have_are_refused()
    {
        await using var host = await StartAsync(("MaxBatch", "2"));
        using var response = await host.Client.PostJsonAsync("""[{"text":"a"},{"text":"b"},{"text":"c"}]""");
        await response.DetailAsync(HttpStatusCode.RequestEntityTooLarge);
        Assert.Empty(_bus.Articles);
    }

    [Fact]
    public async Task A_bus_that_goes_away_on_the_way_is_503_and_names_what_was_taken()
    {
        _bus.AwayAfter = 1;
        await using var host = await StartAsync();
        using var response = await host.Client.PostJsonAsync("""[{"id":"a","text":"a"},{"id":"b","text":"b"}]""");
        await response.DetailAsync(HttpStatusCode.ServiceUnavailable);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal(["a"], await IdsAsync(response));
    }

    [Fact]
    public async Task More_requests_at_once_than_may_be_are_told_to_come_back()
    {
        var gate = new TaskCompletionSource();
        _bus.Gate = gate.Task;
        await using var host = await StartAsync(("MaxConcurrentSubmissions", "1"));
        var first = host.Client.PostJsonAsync("""{"text":"a"}""");
        await _bus.Entered.Task;
        using var second = await host.Client.PostJsonAsync("""{"text":"b"}""");
        await second.DetailAsync(HttpStatusCode.TooManyRequests);
        Assert.NotNull(second.Headers.RetryAfter);
        gate.SetResult();
        using var done = await first;
        Assert.Equal(HttpStatusCode.Accepted, done.StatusCode);
    }

    [Fact]
    public async Task Unfinished_work_is_bounded_and_makes_room_when_it_is_finished()
    {
        await using var host = await StartAsync(("MaxBatch", "1"), ("MaxUnfinished", "1"));
        using var first = await host.Client.PostJsonAsync("""{"id":"a","text":"a"}""");
        using var refused = await host.Client.PostJsonAsync("""{"id":"b","text":"b"}""");
        await refused.DetailAsync(HttpStatusCode.TooManyRequests);

        await host.Store.FinishAsync("a", SubmissionStatus.Unchanged);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        using var accepted = await host.Client.PostJsonAsync("""{"id":"b","text":"b"}""");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
    }

    [Fact]
    public async Task What_the_bus_did_not_take_does_not_count_as_unfinished()
    {
        _bus.AwayAfter = 0;
        await using var host = await StartAsync(("MaxBatch", "1"), ("MaxUnfinished", "1"));
        using var away = await host.Client.PostJsonAsync("""{"text":"a"}""");
        await away.DetailAsync(HttpStatusCode.ServiceUnavailable);
        _bus.AwayAfter = int.MaxValue;
        using var accepted = await host.Client.PostJsonAsync("""{"text":"a"}""");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
    }

    private Task<GatewayHost> StartAsync(params (string Name, string Value)[] settings) =>
        GatewayHost.StartAsync(services => services.AddSingleton<IArticleSubmitter>(_bus), settings);

    private static async Task<string[]> IdsAsync(HttpResponseMessage response)
    {
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        return [.. body.GetProperty("submissions").EnumerateArray().Select(s => s.Text("submissionId")!)];
    }
}
