using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsMesh.AllInOne.Tests.Support;
using NewsMesh.EndToEnd.Tests.Support;

namespace NewsMesh.AllInOne.Tests;

[Collection(CommandLineTests.Name)]
public sealed class GatewaySubmitTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _address = $"http://127.0.0.1:{Ports.Free()}";
    private readonly List<int> _requests = [];
    private readonly List<string> _taken = [];
    private WebApplication? _gateway;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(_address);
        _gateway = builder.Build();
        _gateway.MapPost("/articles", (Delegate)AnswerAsync);
        await _gateway.StartAsync();
    }

    public async Task DisposeAsync() => await _gateway!.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_busy_gateway_is_waited_for_and_one_bad_article_is_refused_alone()
    {
        var input = _folder.Write("in.jsonl", string.Concat(Enumerable.Range(0, 60)
            .Select(i => JsonSerializer.Serialize(new { id = i == 55 ? "bad" : $"id-{i}", text = "hello" }) + "\n")));

        var result = await NewsMeshCommand.RunAsync("submit", input, "--to", _address);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Enumerable.Range(0, 60).Where(i => i != 55).Select(i => $"id-{i}"), result.OutputLines);
        Assert.Equal(result.OutputLines, _taken);
        Assert.Contains("in.jsonl:56: This id is bad.", result.ErrorLines);
        Assert.Equal("59 submitted, 1 refused", result.ErrorLines[^1]);
        Assert.Equal([50, 50, 20, 10], _requests[..4]);
    }

    [Fact]
    public async Task An_absent_gateway_is_named()
    {
        var address = $"http://127.0.0.1:{Ports.Free()}";

        var result = await NewsMeshCommand.RunAsync("submit", "https://news.example/story", "--to", address);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(result.ErrorLines, line => line.Contains(address, StringComparison.Ordinal));
    }

    /// <summary>Busy at first, then takes 30, then all; a batch with the id "bad" is refused as a whole.</summary>
    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        var articles = (await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body)).EnumerateArray()
            .Select(a => a.GetProperty("id").GetString()!).ToArray();
        _requests.Add(articles.Length);
        http.Response.Headers.RetryAfter = "0";
        switch (_requests.Count)
        {
            case 1:
                return Results.Problem("Busy.", statusCode: StatusCodes.Status429TooManyRequests);
            case 2:
                _taken.AddRange(articles[..30]);
                return Results.Problem(
                    "Away.",
                    statusCode: StatusCodes.Status503ServiceUnavailable,
                    extensions: new Dictionary<string, object?> { ["submissions"] = articles[..30] });
            default:
                if (articles.Contains("bad"))
                {
                    return Results.Problem("This id is bad.", statusCode: StatusCodes.Status400BadRequest);
                }

                _taken.AddRange(articles);
                return Results.Json(new { submissions = articles }, statusCode: StatusCodes.Status202Accepted);
        }
    }
}
