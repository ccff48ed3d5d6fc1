using System.Net;
using System.Text;
using System.Text.Json;

namespace NewsMesh.Gateway.Tests.Support;

/// <summary>Requests with their JSON answers.</summary>
internal static class JsonCalls
{
    /// <summary>The JSON of a 200; anything else fails the test with the answer.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {(int)response.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>The detail of a problem with this status.</summary>
    public static async Task<string> ProblemAsync(this HttpClient client, string path, HttpStatusCode expected)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await DetailAsync(response, expected);
    }

    public static async Task<string> DetailAsync(this HttpResponseMessage response, HttpStatusCode expected)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        return problem.TryGetProperty("detail", out var detail) ? detail.GetString()! : "";
    }

    public static async Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string body, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await client.PostAsync(new Uri("/articles", UriKind.Relative), content);
    }

    public static string? Text(this JsonElement element, string property) => element.GetProperty(property).GetString();
}
