namespace NewsMesh.Gateway.Dashboard;

/// <summary>The page at <c>/</c> and its files.</summary>
internal static class DashboardEndpoints
{
    /// <summary>Scripts, styles and data from here alone, nothing inline, no frames, no forms.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext http, DashboardAssets assets) => Serve(http, assets, "index.html"))
            .ExcludeFromDescription();
        routes.MapGet("/assets/{name}", (string name, HttpContext http, DashboardAssets assets) => Serve(http, assets, name))
            .ExcludeFromDescription();
    }

    private static IResult Serve(HttpContext http, DashboardAssets assets, string name)
    {
        if (assets.Find(name) is not { } asset)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = Policy;
        return TypedResults.Bytes(asset.Content, asset.ContentType, entityTag: asset.Tag);
    }
}
