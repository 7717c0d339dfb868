using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using SupplyChain.Access;

namespace SupplyChain.Planner.Search;

/// <summary>The palette: what fits the letters typed.</summary>
public sealed partial class PaletteDialog : IDisposable
{
    private const int MaxActionsShown = 4;
    private const int MaxPlacesShown = 9;
    private static readonly TimeSpan DebounceDelay = TimeSpan.FromMilliseconds(150);

    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _latest;
    private Found[] _actions = [];
    private Found[] _pages = [];
    private List<Found> _shown = [];
    private Visited[] _visited = [];
    private string _text = "";
    private string? _answered;
    private string? _said;

    [Inject] private Finding Finding { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private IJSRuntime Browser { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState>? Asked { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Asked is null)
            return;
        var visitor = (await Asked).User;
        _actions = [.. Actions.All.Where(action => action.IsOpenTo(visitor))];
        _pages = [.. Actions.Pages.Where(page => page.IsOpenTo(visitor))];
    }

    private string Sought => _text.TrimStart('>', '#').Trim();

    /// <summary>
    /// Shows what fits the letters. Of the looks under way at once only the last shows anything: it takes its place
    /// before anything is waited for, and an answer that comes although its look was cancelled is dropped.
    /// </summary>
    private async Task LookAsync(string text)
    {
        var before = _latest;
        using var look = _latest = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        var stopping = look.Token;
        (_text, _said) = (text, null);
        try
        {
            if (before is not null)
                await before.CancelAsync();
            if (text.Length == 0)
                _visited = await RecentAsync();
            stopping.ThrowIfCancellationRequested();
            var known = _shown = Known();
            if (Sought.Length > 0 && !text.StartsWith('>'))
            {
                StateHasChanged();
                await Task.Delay(DebounceDelay, Time, stopping);
                var found = await Finding.FindAsync(Sought, text.StartsWith('#'), stopping);
                stopping.ThrowIfCancellationRequested();
                _shown = With(known, found);
            }

            (_answered, _said) = (text, _shown.Count == 0 ? $"Nothing is called “{Sought}”." : null);
        }
        catch (Exception failure) when (failure is OperationCanceledException || NodeTrouble.Is(failure))
        {
            if (!stopping.IsCancellationRequested)
                (_answered, _said) = (text, "Nothing can be searched beside pages: the node is not answering now.");
        }
        finally
        {
            if (_latest == look)
                _latest = null;
        }
    }

    private List<Found> With(List<Found> known, IReadOnlyList<Found> found) =>
    [
        .. known.Where(one => one.Group == Found.Do),
        .. found.Concat(known.Where(one => one.Group == Found.GoTo)).Best(Sought).Take(MaxPlacesShown),
        .. known.Where(one => one.Group == Found.Recent),
    ];

    private List<Found> Known()
    {
        var recent = Actions.Of(_visited);
        if (_text.Length == 0)
            return [.. recent, .. _pages];
        if (_text.StartsWith('>'))
            return [.. _actions.Best(Sought)];
        return _text.StartsWith('#')
            ? []
            :
            [
                .. _actions.Best(Sought).Take(MaxActionsShown), .. _pages.Best(Sought),
                .. recent.Best(Sought),
            ];
    }

    private async Task<Visited[]> RecentAsync()
    {
        await using var script = await Browser.InvokeAsync<IJSObjectReference>(
            "import", "./_content/SupplyChain.Web/visited.js");
        return await script.InvokeAsync<Visited[]>("visited");
    }

    /// <summary>A name, cut where what was typed is in it.</summary>
    private IEnumerable<(string Part, bool IsHit)> Parts(string title)
    {
        var hits = new bool[title.Length];
        foreach (var word in Ranking.Words(Sought))
        {
            var at = title.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                Array.Fill(hits, true, at, word.Length);
        }

        for (int from = 0, to; from < title.Length; from = to)
        {
            to = from + 1;
            while (to < title.Length && hits[to] == hits[from])
                to++;
            yield return (title[from..to], hits[from]);
        }
    }
}
