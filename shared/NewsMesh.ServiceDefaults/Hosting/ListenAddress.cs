using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace NewsMesh.ServiceDefaults.Hosting;

/// <summary>Where a host answers HTTP.</summary>
public static class ListenAddress
{
    /// <summary>NewsMesh:Urls wins over ASP.NET's own settings, and those over the default.</summary>
    public static void UseListenAddress(this WebApplicationBuilder builder, NewsMeshOptions options, string defaultUrls)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (options.Urls is { } urls)
        {
            builder.WebHost.UseUrls(urls);
        }
        else if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(defaultUrls);
        }
    }
}
