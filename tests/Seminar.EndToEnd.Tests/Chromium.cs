using Microsoft.Playwright;
using Seminar.Host.Tests;

[assembly: AssemblyFixture(typeof(Seminar.EndToEnd.Tests.Chromium))]

namespace Seminar.EndToEnd.Tests;

/// <summary>The one browser of this run. Without it every test is skipped, and says what to install.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Missing =
        "No browser: run « apt-get install chromium », or give the path of a Chromium in SEMINAR_CHROMIUM.";

    private static readonly string[] UsualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string? Executable { get; } = Environment.GetEnvironmentVariable("SEMINAR_CHROMIUM") is { Length: > 0 } chosen
        ? File.Exists(chosen) ? chosen : null
        : UsualPlaces.FirstOrDefault(File.Exists);

    /// <summary>The browser; a test that asks for it where there is none is skipped.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipUnless(Executable is not null, Missing);
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
        {
            return;
        }

        AllowDriver();
        Assertions.SetDefaultExpectTimeout((float)Patience.Limit.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync(Arguments);
    }

    /// <summary>A window of its own, with nothing remembered, that waits as long as the machine needs.</summary>
    public static async Task<IBrowserContext> OpenAsync(IBrowser browser, BrowserNewContextOptions options)
    {
        var window = await browser.NewContextAsync(options);
        window.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        return window;
    }

    /// <summary>A browser of its own, whose camera shows a film (YUV4MPEG2).</summary>
    public Task<IBrowser> WithCameraAsync(string film)
    {
        _ = Browser;
        return LaunchAsync([.. Arguments, "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={film}"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private Task<IBrowser> LaunchAsync(string[] arguments) =>
        _playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = arguments, Timeout = (float)Patience.Limit.TotalMilliseconds });

    /// <summary>A package is a zip that may lose the right to execute; the driver needs it.</summary>
    private static void AllowDriver()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, ".playwright", "node");
        if (OperatingSystem.IsWindows() || !Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "node", SearchOption.AllDirectories))
        {
            const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute;
            if ((File.GetUnixFileMode(file) & UnixFileMode.UserExecute) == 0)
            {
                File.SetUnixFileMode(file, File.GetUnixFileMode(file) | Execute);
            }
        }
    }
}
