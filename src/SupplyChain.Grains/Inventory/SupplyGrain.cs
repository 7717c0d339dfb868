using Orleans.Concurrency;
using Orleans.Runtime;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>
/// The supply of one product: it alone decides who gets its units. It owns the streams of the product's stock items and
/// of the queue of lines that wait for it, so what is available, what is reserved and who is served next is decided in
/// one turn, on states of its own.
/// </summary>
[GrainType("supply"), Reentrant]
public sealed partial class SupplyGrain(ActorServices services, NetworkMap map, NearSupplies near)
    : JournaledActor(services), ISupplyActor
{
    private SupplyStreams _streams = null!;
    private SupplyView _view = null!;

    /// <inheritdoc/>
    private protected override string Kind => "supply";

    private Sku Sku => Id;

    private DateOnly Today => DateOnly.FromDateTime(Now.Date);

    /// <summary>The queue.</summary>
    private JournaledStream<Backlog, BacklogEvent> Backlog => _streams.Backlog;

    /// <inheritdoc/>
    private protected override async Task Begin(CancellationToken cancellationToken)
    {
        _streams = new(Services, map, Tenant, Sku);
        if (_carried is { } carried)
        {
            _streams.Begin(carried);
            _carried = null;
        }
        else
        {
            await _streams.OpenAsync(cancellationToken);
        }
        _view = new(_streams, map, Tenant, Time);
        near.Add(Tenant, Sku, _view);
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        near.Remove(Tenant, Sku, _view);
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    /// <inheritdoc/>
    private protected override void OnGivenUp() => near.Remove(Tenant, Sku, _view);

    /// <inheritdoc/>
    /// <remarks>A plan that is made from it is decided again when it is reserved, so it waits for no append.</remarks>
    public async Task<AvailabilityReply> Candidates(FindCandidates query)
    {
        RefuseWhenGivenUp();
        if (query.Freshness == Freshness.Confirmed)
        {
            await ConfirmForReading(_streams.Items);
        }
        await LookUpProduct();
        var found = await _view.FindAsync(query);
        if (query.Freshness == Freshness.Confirmed)
        {
            await Durable(); // The caller may act on there being nothing, as an order that rejects its lines.
        }
        return found;
    }

    /// <inheritdoc/>
    public async Task<Items<ReserveOutcome>> Reserve(Items<AtWarehouse<ReserveStock>> reservations)
    {
        RefuseUnlessReady();
        var unchanged = new List<IJournaledStream>();
        var isRationed = Backlog.State.IsRationed;
        var outcomes = reservations.Select(reservation =>
        {
            var (item, command) = (_streams.Item(reservation.Warehouse), reservation.Command);
            var outcome = StockItem.Answer(item.State, command, isRationed);
            var decision = Append(item, stock => StockItem.Decide(stock, command, isRationed));
            if (decision.Count == 0)
            {
                unchanged.Add(outcome == ReserveOutcome.Rationed ? Backlog : item);
            }
            return outcome;
        }).ToItems();
        await Confirm(unchanged); // Nothing is appended there that would be fenced off.
        await Durable();
        return outcomes;
    }

    /// <inheritdoc/>
    public async Task<Items<StockReply>> Reduce(Items<AtWarehouse<ReduceReservations>> reductions)
    {
        RefuseUnlessReady();
        var unchanged = new List<IJournaledStream>();
        var replies = reductions.Select(reduction =>
        {
            var item = _streams.Item(reduction.Warehouse);
            var decision = Append(item, stock => StockItem.Decide(stock, reduction.Command));
            if (decision.Count == 0)
            {
                unchanged.Add(item);
            }
            return Replies.To<StockReply, StockLevel, StockEvent>(decision, Level(item));
        }).ToItems();
        await Confirm(unchanged);
        await Replenish();
        return replies;
    }

    /// <inheritdoc/>
    public async Task<StockLevel> Level(WarehouseId warehouse)
    {
        var item = _streams.Item(warehouse);
        await ConfirmForReading([item]);
        var level = Level(item);
        await Durable();
        return level;
    }

    /// <inheritdoc/>
    public async Task<Items<StockLevel>> Levels()
    {
        await ConfirmForReading(_streams.Items);
        var levels = _streams.Items.Where(item => item.Version > 0).OrderBy(item => item.Warehouse).Select(Level)
            .ToItems();
        await Durable();
        return levels;
    }

    private StockLevel Level(StockItemStream item) => item.Level(Backlog.State.IsRationed);

    /// <inheritdoc/>
    public Task LearnProduct(ProductDetails product)
    {
        _view.Learn(product);
        return Task.CompletedTask;
    }

    /// <summary>
    /// A product tells when it is defined anew, so it is asked only now and then, in case that was lost: asked by each
    /// order, products and the journal would do as much as the stock.
    /// </summary>
    private async Task LookUpProduct()
    {
        if (!_view.KnowsProduct
            && await GrainFactory.GetGrain<IProductGrain>(GrainKey.Of(Tenant, Sku)).Get() is { } product)
        {
            _view.Learn(product);
        }
    }
}
