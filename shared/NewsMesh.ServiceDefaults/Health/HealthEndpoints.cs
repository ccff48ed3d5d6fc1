using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NewsMesh.ServiceDefaults.Health;

/// <summary><c>/health/live</c> answers while the process runs, <c>/health/ready</c> only while bus and store answer.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).ExcludeFromDescription();
        app.MapGet("/health/ready", async (Readiness readiness, CancellationToken ct) =>
            await readiness.CheckAsync(ct) is { } missing
                ? Results.Text(missing, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Text("ready")).ExcludeFromDescription();
    }
}
