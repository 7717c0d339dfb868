using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SupplyChain.Access;
using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Planner;

namespace SupplyChain.Operations;

/// <summary>What helps an exception, and does it after saying what it changes.</summary>
public partial class FixSheet : IDisposable
{
    private const int MaxQueueRead = 1_000;

    private readonly FormSending _sending = new();
    private Foreseeing<OrderPreview> _foreseen = default!;
    private IReadOnlyList<QueueStep>? _steps;
    private OrderDetails? _before;
    private Deed? _deed;
    private string? _shown;
    private FixAction? _chosen;
    private bool _isLimited;

    /// <summary>The exception.</summary>
    [Parameter, EditorRequired] public ExceptionEntry Entry { get; set; } = default!;

    /// <summary>What is behind it; null while that is not read.</summary>
    [Parameter] public ExceptionSeen? Seen { get; set; }

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState>? Asked { get; set; }

    /// <summary>Changes of an order take a key without a limit to warehouses.</summary>
    private ExceptionFix[] Fixes =>
    [
        .. Entry.Fixes.Where(fix => FixWords.IsPossible(fix, Entry, Seen, Viewer.Today)
            && (!_isLimited || FixWords.Elsewhere(Entry, fix.Action, Seen) is not null)),
    ];

    private ExceptionFix? Fix => Fixes.FirstOrDefault(fix => fix.Action == _chosen) ?? Fixes.FirstOrDefault();

    private FixAction? Action => Fix?.Action;

    /// <summary>A later date always helps; the others only where they change something.</summary>
    private bool IsUseful => _foreseen.Seen is { } seen && Action switch
    {
        FixAction.AgreeDate => true,
        FixAction.Resource => seen.Consequences.WouldMove.Count > 0,
        FixAction.Expedite => seen.Consequences.WouldFill.Count > 0 || _steps?.Any(step => step.Gets) == true,
        _ => seen.Consequences.WouldFill.Count > 0,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _foreseen.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _foreseen = new(() => InvokeAsync(StateHasChanged));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _isLimited = Asked is not null && (await Asked).User.Scope().IsLimited;
        Look();
    }

    private void Look()
    {
        var about = $"{Entry.Id} {Action} {Entry.Expected} {Entry.Units}";
        if (about == _shown)
            return;
        if (_shown?.StartsWith($"{Entry.Id} ", StringComparison.Ordinal) != true)
            (_deed, _chosen) = (null, null);
        _shown = about;
        _steps = null;
        _sending.Refuse(null);
        if (Entry.Order is { } order && Action is { } action && FixWords.Elsewhere(Entry, action) is null)
            Foresee(order, action);
        else
            _foreseen.Forget();
    }

    private void Choose(FixAction action)
    {
        _chosen = action;
        Look();
    }

    private void Foresee(OrderId number, FixAction action) => _foreseen.Ask(
        async stop =>
        {
            var order = await Chain.Orders.GetAsync(number, stop);
            var steps = action == FixAction.Expedite && order is not null ? await StepsAsync(order, stop) : null;
            stop.ThrowIfCancellationRequested();
            (_before, _steps) = (order, steps);
            return order is not null && FixCommands.Amendment(action, Entry, order) is { } change
                ? await Chain.Orders.PreviewAmendAsync(number, change, stop)
                : await Chain.Orders.PreviewResourceAsync(number, null, stop);
        },
        "possible");

    /// <summary>Where each waiting line would stand in its queue, and whom it would overtake.</summary>
    private async Task<IReadOnlyList<QueueStep>> StepsAsync(OrderDetails order, CancellationToken stop)
    {
        var steps = new List<QueueStep>();
        foreach (var lines in order.Lines.Where(line => line.Backordered > 0).GroupBy(line => line.Sku))
        {
            var queue = await Chain.Inventory.ListHoldersPageAsync(
                new HolderQuery(lines.Key, HolderState.Waiting), new PageQuery(MaxQueueRead), stop);
            steps.AddRange(lines.Select(line => QueueStep.Of(order.Number, line, queue.Items)));
        }

        return steps;
    }

    private Task ApplyAsync()
    {
        if (_before is not { } before || !IsUseful || Action is not { } action)
            return Task.CompletedTask;
        var orders = Chain.With(new CallOptions { IfMatch = before.Version }).Orders;
        return _sending.SendAsync<OrderDetails>(
            FixWords.Done(action),
            async () => FixCommands.Amendment(action, Entry, before) is { } change
                ? await orders.AmendAsync(before.Number, change)
                : await orders.ResourceAsync(before.Number),
            reply =>
            {
                _deed = new Deed(FixWords.Said(action))
                {
                    Parts = action == FixAction.AgreeDate
                        ? []
                        : ForeseenWords.Difference(before, reply.Value!, id => Seen?.Called(id.Value) ?? id.Value),
                    Undo = FixCommands.Former(action, Entry, before) is { } former
                        ? Back(former, reply.Value!, action)
                        : null,
                };
                return Task.CompletedTask;
            });
    }

    /// <summary>What was changed as it was, while the order has not changed since.</summary>
    private Undoing Back(AmendOrder former, OrderDetails after, FixAction action) => Undoing.By<OrderDetails>(
        "Undo", action == FixAction.AgreeDate ? "The former dates are back." : "The former priority is back.",
        async () => await Chain.With(new CallOptions { IfMatch = after.Version })
            .Orders.AmendAsync(after.Number, former));

    private Task UndoAsync() => _sending.TryAsync(async () =>
    {
        if (_deed?.Undo is not { } undo)
            return;
        var refused = await undo.TryAsync();
        _deed = refused is null ? new Deed(undo.Said) : _deed with { Undo = null, Refused = refused };
    });
}
