using System.Net;
using System.Text.Json;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>Asks the gateway as a user would.</summary>
public sealed class GatewayClient(Uri address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly HttpClient Http = new();

    /// <summary>The answer's JSON, or null where there is no such thing.</summary>
    public async Task<JsonElement?> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(address, path));
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        answer.EnsureSuccessStatusCode();
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return document.RootElement.Clone();
    }

    /// <summary>Status of a submission, or "unknown".</summary>
    public async Task<string> StatusAsync(string submissionId) =>
        (await GetAsync($"/submissions/{submissionId}"))?.GetProperty("status").GetString() ?? "unknown";

    /// <summary>Waits for a submission's status.</summary>
    public Task ReachesAsync(string submissionId, string status) => Eventually.TrueAsync(
        async () => await StatusAsync(submissionId) == status, Patience, $"{submissionId} is {status}");

    /// <summary>The code of the answer to a request.</summary>
    public async Task<HttpStatusCode> CodeOfAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(address, path));
        return answer.StatusCode;
    }

    /// <summary>Number of submissions by status.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountsAsync() =>
        (await GetAsync("/submissions"))!.Value.GetProperty("byStatus").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt64());
}
