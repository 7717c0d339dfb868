using System.Runtime.CompilerServices;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace SupplyChain;

/// <summary>A tab, and what its console complains of.</summary>
public sealed class Tab : IAsyncDisposable
{
    private const string Alive = "() => document.querySelector('.live .x')?.textContent !== 'asking'";

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    private readonly IBrowserContext _visitor;
    private readonly List<string> _complaints = [];

    /// <summary>Listens to the tab's console.</summary>
    public Tab(IBrowserContext visitor, IPage page)
    {
        (_visitor, Page) = (visitor, page);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, message) => Note(true, message);
    }

    /// <summary>What Playwright drives.</summary>
    public IPage Page { get; }

    /// <summary>The errors and warnings of its console.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
                return [.. _complaints];
        }
    }

    /// <summary>Goes to an address and waits until the page is alive.</summary>
    public async Task<IResponse> GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        await AliveAsync();
        return answer!;
    }

    /// <summary>Waits until the page answers: its badge knows how live it is.</summary>
    public Task AliveAsync() => Page.WaitForFunctionAsync(Alive);

    /// <summary>What keeps people from using what the tab shows now, as far as axe can tell.</summary>
    public async Task<IEnumerable<string>> BarriersAsync()
    {
        var report = await Page.RunAxe(Rules);
        report.Passes.Should().NotBeEmpty("something was looked at");
        return report.Violations.SelectMany(violation =>
            violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"));
    }

    /// <summary>Keeps a picture of the whole window.</summary>
    public Task PictureAsync(string name) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures(), $"{name}.png") });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _visitor.DisposeAsync();

    private void Note(bool matters, string text)
    {
        if (!matters)
            return;
        lock (_complaints)
            _complaints.Add(text);
    }

    private static string Pictures([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "artifacts", "screenshots");
}
