using NewsMesh.Storage;

namespace NewsMesh.Gateway.Api;

/// <summary>A store that does not answer is 503 with a time to come back, not a fault of the request or the code.</summary>
internal sealed class StoreAwayFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (StoreUnavailableException)
        {
            return Problems.Away(context.HttpContext, "The store does not answer.");
        }
    }
}
