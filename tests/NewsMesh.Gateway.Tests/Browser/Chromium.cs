using Microsoft.Playwright;

namespace NewsMesh.Gateway.Tests.Browser;

/// <summary>One headless browser for a class of tests; it starts with the first page.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Only ends a test that hangs: a busy machine takes seconds for what takes milliseconds.</summary>
    private const float PatienceMs = 60_000;

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>A page with no memory of others.</summary>
    public async Task<IPage> OpenAsync(Uri address)
    {
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ChromiumFactAttribute.Path,
            Args = Arguments,
        });
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en-GB" });
        context.SetDefaultTimeout(PatienceMs);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        return page;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
