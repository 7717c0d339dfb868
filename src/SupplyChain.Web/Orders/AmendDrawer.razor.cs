using System.Globalization;
using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>Changes dates, priority, units and place of an order, after saying what that changes.</summary>
public partial class AmendDrawer : IDisposable
{
    private readonly FormSending _sending = new();
    private readonly Dictionary<int, long> _units = [];

    // What was not touched follows the order, so that a second look does not take back what another one changed.
    private (bool IsTouched, DateOnly? Day) _day;
    private int? _priority;
    private ShipTo? _shipTo;
    private long _asked;
    private Foreseeing<OrderPreview> _foreseen = default!;

    /// <summary>The order.</summary>
    [Parameter, EditorRequired] public OrderSeen Seen { get; set; } = default!;

    /// <summary>Nothing is to be done.</summary>
    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    /// <summary>Is told what was done.</summary>
    [Parameter, EditorRequired] public EventCallback<Deed> OnDone { get; set; }

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    private DateOnly? Day => _day.IsTouched ? _day.Day : Seen.Order.RequestedBy;

    private int Priority => _priority ?? Seen.Order.Priority;

    private ShipTo ShipTo => _shipTo ?? Seen.Order.ShipTo;

    private IEnumerable<OrderLineDetails> Open => Seen.Order.Lines.Where(line => line.Quantity > line.Cancelled);

    private bool IsChanged => Day != Seen.Order.RequestedBy || Priority != Seen.Order.Priority
        || ShipTo != Seen.Order.ShipTo || Changed.Any();

    private IEnumerable<OrderLineDetails> Changed => Open.Where(line => UnitsOf(line) != line.Quantity);

    private AmendOrder Wish => new(
        _day.IsTouched ? Day : null,
        ShipTo == Seen.Order.ShipTo ? null : ShipTo,
        _priority,
        Changed.Select(line => new AmendOrderLine(line.Line, UnitsOf(line))).ToItems(),
        _day.IsTouched && Day is null && Seen.Order.RequestedBy is not null);

    /// <summary>The order's own values, for taking the change back.</summary>
    private AmendOrder Former => new(
        Seen.Order.RequestedBy,
        ShipTo == Seen.Order.ShipTo ? null : Seen.Order.ShipTo,
        Seen.Order.Priority,
        Changed.Select(line => new AmendOrderLine(line.Line, line.Quantity)).ToItems(),
        Seen.Order.RequestedBy is null);

    /// <inheritdoc/>
    public void Dispose()
    {
        _foreseen.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _foreseen = new(() => InvokeAsync(StateHasChanged));

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_asked != Seen.Order.Version)
            Foresee();
    }

    private long UnitsOf(OrderLineDetails line) => _units.GetValueOrDefault(line.Line, line.Quantity);

    private static string Text(ChangeEventArgs change) => ((string?)change.Value ?? "").Trim();

    private static string? OrNull(ChangeEventArgs change) => Text(change) is { Length: > 0 } text ? text : null;

    private void Date(ChangeEventArgs change)
    {
        _day = (true, DateOnly.TryParse((string?)change.Value, CultureInfo.InvariantCulture, out var day) ? day : null);
        Foresee();
    }

    private void Rank(ChangeEventArgs change)
    {
        _priority = int.Parse((string)change.Value!, CultureInfo.InvariantCulture);
        Foresee();
    }

    private void Units(OrderLineDetails line, ChangeEventArgs change)
    {
        if (long.TryParse((string?)change.Value, CultureInfo.InvariantCulture, out var units) && units > 0)
            _units[line.Line] = units;
        else
            _units.Remove(line.Line);
        Foresee();
    }

    private void Place(ShipTo shipTo)
    {
        _shipTo = shipTo;
        Foresee();
    }

    private void Foresee()
    {
        _asked = Seen.Order.Version;
        if (!IsChanged)
        {
            _foreseen.Forget();
            return;
        }

        var wish = Wish;
        _foreseen.Ask(
            async stop => await Chain.Orders.PreviewAmendAsync(Seen.Order.Number, wish, stop), "amended");
    }

    private Task SendAsync()
    {
        if (!IsChanged)
            return Task.CompletedTask;
        var (before, wish, former) = (Seen.Order, Wish, Former);
        return _sending.SendAsync<OrderDetails>(
            "amended",
            async () => await Chain.With(new CallOptions { IfMatch = before.Version })
                .Orders.AmendAsync(before.Number, wish),
            reply => OnDone.InvokeAsync(new Deed("Amended.")
            {
                Parts = ForeseenWords.Difference(before, reply.Value!, Seen.Site),
                Undo = Undoing.By<OrderDetails>(
                    "Undo", "The former values are back.",
                    async () => await Chain.With(new CallOptions { IfMatch = reply.Value!.Version })
                        .Orders.AmendAsync(before.Number, former)),
            }));
    }
}
