namespace SupplyChain;

/// <summary>The browser this machine has; none is downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>Why a test is skipped where there is no browser.</summary>
    public const string Missing = "There is no chromium in PATH (Debian package chromium).";

    private const string TimeZone = "Europe/Amsterdam";

    private static readonly string? Executable = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "chromium"))
        .FirstOrDefault(File.Exists);

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Whether this machine has one.</summary>
    public static bool IsThere => Executable is not null;

    /// <summary>Starts it without a window.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Executable, Args = Quiet }));
    }

    /// <summary>A tab of a new visitor.</summary>
    public async Task<Tab> TabAsync(Uri site, int width, int height, bool dark, bool script)
    {
        var visitor = await _browser.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = script,
            TimezoneId = TimeZone,
        });
        return new Tab(visitor, await visitor.NewPageAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
